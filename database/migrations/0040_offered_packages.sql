-- A version that came with the software while the tenant runs one that its own people decided: kept to be looked at and
-- proposed, never in force by itself, and not deployed.
alter table procedures.packages add column offered boolean not null default false;
