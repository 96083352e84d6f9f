package dev.storetwin.core;

import dev.storetwin.audit.DecisionOutcomes;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.audit.OutcomeWindow;
import dev.storetwin.decision.Decision;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Joins to a decision what the shop did with its target afterwards. */
final class OutcomeJoin {

    private static final List<Integer> DAYS = List.of(7, 14, 28, 56, 91);

    private OutcomeJoin() {}

    static DecisionOutcomes of(Decision<?> decision, List<Outcome> acts, TwinState state) {
        var applied = acts.stream()
                .filter(it -> it.kind() == OutcomeKind.APPLIED)
                .map(Outcome::at)
                .findFirst();
        var since = applied.orElse(decision.asOf());
        var windows = decision.target().sku().map(it -> windows(it, decision, since, state));
        return new DecisionOutcomes(decision.id(), since, applied.isPresent(), acts, windows.orElse(List.of()));
    }

    /** As many as have begun: from the first that is not over on, longer ones say nothing more. */
    private static List<OutcomeWindow> windows(Sku sku, Decision<?> decision, Instant since, TwinState state) {
        var from = since.atZone(state.zone()).toLocalDate().plusDays(1);
        var windows = new ArrayList<OutcomeWindow>();
        for (int days : DAYS) {
            var window = window(sku, decision, from, days, state);
            windows.add(window);
            if (!window.over()) {
                break;
            }
        }
        return windows;
    }

    private static OutcomeWindow window(Sku sku, Decision<?> decision, LocalDate from, int days, TwinState state) {
        var until = from.plusDays(days);
        var sales = decision.target()
                .channel()
                .map(it -> state.demand().sales(sku, it, from, until))
                .orElseGet(() -> state.demand().sales(sku, from, until));
        double sold = sales.totalUnits();
        double revenue = sum(sales.revenue());
        double returned = sum(sales.returned());
        return new OutcomeWindow(
                days,
                from,
                until,
                isOver(until, state),
                sold,
                shipped(sku, decision, from, until, state),
                returned,
                revenue,
                margin(sku, sold, revenue, returned, state));
    }

    /** A day is over once something is known of a later one. */
    private static boolean isOver(LocalDate until, TwinState state) {
        return state.demand().lastDay().filter(it -> !it.isBefore(until)).isPresent();
    }

    /** What came back is taken off at the mean price of these days, and its cost with it. */
    private static OptionalDouble margin(Sku sku, double sold, double revenue, double returned, TwinState state) {
        double kept = sold > 0 ? (sold - returned) / sold : 0;
        return state.catalog()
                .cost(sku)
                .filter(it -> it.currency().equals(state.currency()))
                .map(it -> OptionalDouble.of((revenue - it.toDouble() * sold) * kept))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble shipped(
            Sku sku, Decision<?> decision, LocalDate from, LocalDate until, TwinState state) {
        var node = decision.target().node().filter(it -> state.stock().isKnown(sku));
        if (node.isEmpty()) {
            return OptionalDouble.empty();
        }
        double left = 0;
        double before = onHand(sku, node.get(), from, state);
        for (var day = from.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            double after = onHand(sku, node.get(), day, state);
            left += Math.max(0, before - after);
            before = after;
        }
        return OptionalDouble.of(left);
    }

    /** At the start of a day; 0 while nothing is known. */
    private static double onHand(Sku sku, NodeId node, LocalDate day, TwinState state) {
        return state.stock()
                .onHandAt(sku, node, day.atStartOfDay(state.zone()).toInstant())
                .map(Quantity::toDouble)
                .orElse(0.0);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
