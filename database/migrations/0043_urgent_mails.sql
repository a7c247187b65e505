-- Whether a mail goes through quiet hours is asked again whenever it is sent: one that was put off may come due in the
-- middle of them.
alter table procedures.mails add column urgent boolean not null default false;
update procedures.mails as mail set urgent = true
  from procedures.notices as notice
  where notice.id = mail.notice_id and mail.state = 'QUEUED'
    and (notice.urgent or notice.topic in (
      select json_array_elements_text(coalesce(
        (select decided.settings -> 'urgentKinds' from procedures.notification_settings as decided
          where decided.tenant_id = mail.tenant_id),
        '["CLOCK_ESCALATED", "IDENTITY_REQUEST", "ALARM"]'))));
