package dev.storetwin.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that cannot be applied as it is. It holds up no other.
 *
 * @param number     its place in the inbox
 * @param topic      as the host knew it
 * @param receivedAt when it came
 * @param isSigned   whether its signature was checked and fits
 * @param reason     why it was parked; holds no value of the message
 */
public record ParkedMessage(long number, Optional<String> topic, Instant receivedAt, boolean isSigned, String reason) {}
