package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceClash;
import dev.storetwin.pricing.PriceRule;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out which rules of a group can hold. Where not all can, those that may give way do, the largest priority first and each by as little as it takes;
 * where none may, prices stay and the words say why.
 */
final class Settlement {

    private final PriceGroup group;
    private final Easing easing;
    private final Map<PriceRule, Optional<PriceRule>> eased = new LinkedHashMap<>();
    private final Map<Integer, PriceClash> stuck = new HashMap<>();
    private final Held held;
    private BitSet[] domains = new BitSet[0];

    Settlement(PriceGroup group, PriceTicks ticks) {
        this.group = group;
        this.easing = new Easing(ticks);
        this.held = Held.ALL.with(eased);
        for (int i = 0; i < group.size(); i++) {
            if (!group.isFixed(i) && !group.member(i).isJoint()) {
                settle(i);
            }
        }
        settle();
    }

    /** One price by itself. */
    private void settle(int member) {
        while (!group.isFixed(member) && group.own(member, held).isEmpty()) {
            var clash = RuleClash.among(group.rulesOf(member), some -> !group.own(member, held.only(some))
                    .isEmpty());
            if (!gaveWay(clash, it -> !group.own(member, it).isEmpty())) {
                stuck.put(member, explained(clash, it -> !group.own(member, it).isEmpty()));
                group.fix(member);
            }
        }
    }

    /** All together. */
    private void settle() {
        var found = group.domains(held);
        while (found.isEmpty()) {
            var clash = RuleClash.among(
                    group.rules(), some -> group.domains(held.only(some)).isPresent());
            if (!gaveWay(clash, it -> group.domains(it).isPresent())) {
                keepAll(explained(clash, it -> group.domains(it).isPresent()));
                return;
            }
            found = group.domains(held);
        }
        domains = found.get();
    }

    private void keepAll(PriceClash clash) {
        for (int i = 0; i < group.size(); i++) {
            if (!group.isFixed(i)) {
                if (!group.member(i).isJoint()) {
                    stuck.put(i, clash);
                }
                group.fix(i);
            }
        }
    }

    private boolean gaveWay(RuleClash clash, Predicate<Held> canHold) {
        var gives = clash.givesWay();
        gives.ifPresent(rule -> eased.put(rule, least(rule, clash, canHold)));
        return gives.isPresent();
    }

    private Optional<PriceRule> least(PriceRule rule, RuleClash clash, Predicate<Held> canHold) {
        var others = new LinkedHashMap<>(eased);
        var start = eased.getOrDefault(rule, Optional.of(rule));
        return start.flatMap(it -> easing.least(it, lesser -> {
            others.put(rule, Optional.of(lesser));
            return canHold.test(Held.ALL.with(others).only(new LinkedHashSet<>(clash.rules())));
        }));
    }

    private PriceClash explained(RuleClash clash, Predicate<Held> canHold) {
        var ways = clash.rules().stream()
                .map(it ->
                        new PriceClash.Relaxation(it, least(it, clash, canHold).map(PriceRule::bound)))
                .toList();
        return new PriceClash(clash.rules(), ways);
    }

    PriceGroup group() {
        return group;
    }

    /** The rules as they are in force. */
    Held held() {
        return held;
    }

    /** Rungs that can be part of prices that keep the rules; none when all prices stay. */
    Optional<BitSet[]> domains() {
        return domains.length == 0 ? Optional.empty() : Optional.of(domains);
    }

    /** Which rules leave a price no choice, so that it stays. */
    Optional<PriceClash> clash(int member) {
        return Optional.ofNullable(stuck.get(member));
    }

    /** The same in words. */
    Optional<String> stuck(int member) {
        return clash(member).map(PriceClash::inWords);
    }

    /** Which rules gave way, in words. */
    List<String> gaveWay() {
        return eased.entrySet().stream()
                .map(it -> it.getValue()
                        .map(now -> "%s gave way to %s".formatted(it.getKey(), now.bound()))
                        .orElse("%s was given up".formatted(it.getKey())))
                .toList();
    }
}
