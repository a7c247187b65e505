-- Whether the signer's own title stands under the title of whom one signs for: a data choice of each form of acting.
alter table procedures.people_words add column own_title boolean not null default true;
alter table procedures.acting_appointments add column own_title boolean not null default true;
