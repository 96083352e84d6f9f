package dev.storetwin.cli;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.FakeShop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Carries decisions out in a shop and lets the twin hear what the shop says to it. */
final class Acting {

    private final Twin twin;
    private final FakeShop shop;
    private final Map<OutcomeKind, Integer> outcomes = new EnumMap<>(OutcomeKind.class);
    private final Map<String, Integer> refusals = new TreeMap<>();

    Acting(Twin twin, FakeShop shop) {
        this.twin = twin;
        this.shop = shop;
    }

    /** Nothing to do for a decision that advises nothing. */
    void on(Decision<?> decision) {
        if (decision.status() != DecisionStatus.ADVISED) {
            return;
        }
        var outcome = twin.apply(decision);
        outcomes.merge(outcome.kind(), 1, Integer::sum);
        if (outcome.kind() == OutcomeKind.REFUSED || outcome.kind() == OutcomeKind.FAILED) {
            refusals.merge(outcome.detail().replaceAll("[\\d.,]+", "#"), 1, Integer::sum);
        }
        shop.drain().forEach(it -> {
            if (twin.accept(it) instanceof Acceptance.Accepted accepted
                    && accepted.echoOf().isPresent()) {
                outcomes.merge(OutcomeKind.CONFIRMED, 1, Integer::sum);
            }
        });
    }

    /** What became of them, for people. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Carried out in the shop: %s.".formatted(counts()));
        refusals.forEach((reason, count) -> lines.add("  %d times: %s".formatted(count, reason)));
        return lines;
    }

    private String counts() {
        return outcomes.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        outcomes.entrySet().stream()
                                .map(it -> String.format(
                                        Locale.ROOT,
                                        "%,d %s",
                                        it.getValue(),
                                        it.getKey().name().toLowerCase(Locale.ROOT)))
                                .toList());
    }
}
