-- Sealed identities: what only a custodian's private key opens. That key never reaches the server: it keeps the public
-- key, and the private one as the custodian's browser has locked it with a passphrase.

create table procedures.custodian_keys (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  person_id uuid not null references procedures.people,
  public_key text not null,
  fingerprint text not null,
  locked_private_key json not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  unique (tenant_id, public_key)
);
create unique index one_key_in_force_per_custodian on procedures.custodian_keys (person_id) where revoked_at is null;

create table procedures.sealed_identities (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  number integer not null,                  -- of the pseudonym, within the case
  role text,
  nonce text not null,
  ciphertext text not null,
  sealed_at timestamptz not null,
  unique (case_id, number)
);

-- The content key of an identity, sealed to one custodian's public key.
create table procedures.sealed_content_keys (
  identity_id uuid not null references procedures.sealed_identities,
  key_id uuid not null references procedures.custodian_keys,
  sealed_key text not null,
  sealed_at timestamptz not null,
  sealed_by uuid,                           -- the custodian who sealed it again; null: sealed at intake
  primary key (identity_id, key_id)
);
create index on procedures.sealed_content_keys (key_id);

-- Cases in which a protected person's data may still lie open: no custodian had a key, or protection came later.
create table procedures.sealing_due (
  case_id uuid primary key references procedures.cases,
  tenant_id text not null references procedures.tenants,
  since timestamptz not null
);

create table procedures.identity_requests (
  id uuid primary key,
  tenant_id text not null references procedures.tenants,
  case_id uuid not null references procedures.cases,
  identity_id uuid not null references procedures.sealed_identities,
  asked_by uuid not null references procedures.people,
  reason text not null,
  public_key text not null,                 -- of the asker's browser, made for this request alone
  state text not null check (state in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  asked_at timestamptz not null,
  decided_by uuid references procedures.people,
  decided_at timestamptz,
  refusal_reason text,
  resealed_key text,                        -- sealed to the asker's key by the approver's browser; gone when it ends
  read_minutes integer not null,
  first_read_at timestamptz,
  ends_at timestamptz,
  check (decided_by is null or decided_by <> asked_by)
);
create index on procedures.identity_requests (tenant_id, state, asked_at desc);
create index on procedures.identity_requests (case_id);
create unique index one_pending_request_per_person on procedures.identity_requests (identity_id, asked_by)
  where state = 'PENDING';
