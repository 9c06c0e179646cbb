import { sql } from "drizzle-orm";

/** A UUIDv7 (RFC 9562) made by PostgreSQL, for statements that write many messages at once. */
export const newMessageId = sql.raw(
  "encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing " +
    "substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid",
);
