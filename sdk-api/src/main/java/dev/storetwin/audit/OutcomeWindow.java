package dev.storetwin.audit;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * What the shop did with the target of a decision in the days after it. A day is a day of the shop; the first is the day after the decision.
 *
 * @param days     how long it is
 * @param from     its first day
 * @param until    the day after its last
 * @param over     whether all its days had passed when it was asked for; else the figures still grow
 * @param sold     units ordered, less cancelled ones
 * @param shipped  units that left the target's node, counted from one day's end to the next; empty where the target is no node, or its stock
 *                 is not counted
 * @param returned units that came back in these days, whenever they were sold
 * @param revenue  in the reporting currency, before returns
 * @param margin   of what was sold and did not come back, in the reporting currency: revenue less cost; empty where the cost is not known
 */
public record OutcomeWindow(
        int days,
        LocalDate from,
        LocalDate until,
        boolean over,
        double sold,
        OptionalDouble shipped,
        double returned,
        double revenue,
        OptionalDouble margin) {}
