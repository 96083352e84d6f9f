package dev.storetwin.core.proposal;

import dev.storetwin.proposal.Action;
import dev.storetwin.proposal.Planner;
import dev.storetwin.proposal.Work;

/**
 * A way to answer one question.
 *
 * @param work    that it takes
 * @param planner that does it
 */
public record Way<Q, A extends Action>(Work work, Planner<Q, A> planner) {}
