package dev.storetwin.state;

import dev.storetwin.type.Commitment;
import dev.storetwin.type.DecisionId;
import java.time.Instant;

/**
 * An action that was carried out.
 *
 * @param decision   that led to it
 * @param commitment what it bound
 * @param at         when
 */
public record AppliedAction(DecisionId decision, Commitment commitment, Instant at) {}
