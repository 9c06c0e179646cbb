export type RawMail = {
  /** The message that it is: what a report about it refers to. */
  id: string;
  from: string;
  to: string;
  raw: Buffer;
};

/** A way for mails to leave. */
export type Mailer = {
  /**
   * Hands a mail over to the mail service, or throws a SendFault that says what its refusal means.
   */
  send: (mail: RawMail) => Promise<void>;
  /**
   * How long nothing should be sent, because the service fails, refuses or throttles us; 0 when all
   * is well.
   */
  restMs: () => number;
  /** How many mails a second may leave, as settings and service say now; throws a SendFault. */
  readSendRate: () => Promise<number>;
  /**
   * As long as handing one mail over may take: a lease that ends while we send would make a second
   * copy.
   */
  longestSendMs: number;
  /**
   * How many mails may be under way at once; one alone until a service that failed has taken one
   * again.
   */
  atOnce: () => number;
  /** Ends the connections that are kept open. */
  close: () => void;
};

/** Who hears what the service is like, for the workers that share it. */
export type MailerListeners = {
  /** The service gets a rest of so many milliseconds and why; 0 when it answers again. */
  onRest?: ((restMs: number, reason: string | null) => void) | undefined;
  /** The service found us too fast, and how long to send nothing. */
  onThrottle?: ((pauseMs: number) => void) | undefined;
};
