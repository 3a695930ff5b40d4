/** A synthetic care organisation. */
export interface Organisation {
  /** Short key in paths and configuration, for example `zuid`. */
  readonly key: string;
  readonly name: string;
  /** 8 digits. */
  readonly ura: string;
  readonly agb: string;
  readonly city: string;
  readonly postalCode: string;
  readonly street: string;
  /** OID of its Twiin node (GtK), under 2.999. */
  readonly systemOid: string;
  /** Who plays it. `decoy`: it exists to receive nothing. */
  readonly playedBy: 'harness' | 'sut' | 'decoy';
  /** Which side of a notified pull the harness plays for it. */
  readonly side?: 'sender' | 'receiver';
}
