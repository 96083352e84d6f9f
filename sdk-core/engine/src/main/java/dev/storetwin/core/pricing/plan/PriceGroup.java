package dev.storetwin.core.pricing.plan;

import dev.storetwin.pricing.PriceRule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prices that are tied to each other, and to nothing else that can move.
 *
 * <p>How it works. Every tie bounds one price by a rising function of another. Such ties can hold together exactly when nothing is left to take away: from the
 * highest rungs of the bounded price what is above the bound of the highest rung of the other, and from the lowest rungs of the bounding price what bounds
 * even the lowest of the other too low. What is left then holds when every price takes its lowest rung.
 */
final class PriceGroup {

    private final int[] places;
    private final ItemRungs[] members;
    private final boolean[] fixed;
    private final List<Tie> ties;
    private final PriceTicks ticks;

    /** A coupling among members of a group. */
    private record Tie(Coupling coupling, int low, int high, int[] most) {}

    /**
     * Joins what belongs together.
     *
     * @param places    of the members among all rungs
     * @param couplings among them
     */
    PriceGroup(int[] places, List<ItemRungs> all, List<Coupling> couplings, PriceTicks ticks) {
        this.places = places;
        this.ticks = ticks;
        this.members = Arrays.stream(places).mapToObj(all::get).toArray(ItemRungs[]::new);
        this.fixed = new boolean[places.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = members[i].item().isStill() && !members[i].isJoint();
        }
        this.ties = couplings.stream().map(this::tie).toList();
    }

    private Tie tie(Coupling coupling) {
        int low = Arrays.binarySearch(places, coupling.low());
        int high = Arrays.binarySearch(places, coupling.high());
        return new Tie(coupling, low, high, most(coupling, coupling.rule(), members[low], members[high]));
    }

    private static int[] most(Coupling coupling, PriceRule rule, ItemRungs low, ItemRungs high) {
        var most = new int[high.count()];
        Arrays.setAll(most, rung -> low.notAbove(coupling.most().of(rule, high.price(rung))));
        return most;
    }

    int size() {
        return members.length;
    }

    ItemRungs member(int index) {
        return members[index];
    }

    /** Its place among all rungs. */
    int place(int index) {
        return places[index];
    }

    /** Whether its price stays, whatever comes. */
    boolean isFixed(int index) {
        return fixed[index];
    }

    /** From now on its price stays. */
    void fix(int index) {
        fixed[index] = true;
    }

    boolean isAlone() {
        return members.length == 1;
    }

    /** All rules that say something about it, each once. */
    Set<PriceRule> rules() {
        var rules = new LinkedHashSet<PriceRule>();
        for (int i = 0; i < members.length; i++) {
            rules.addAll(rulesOf(i));
        }
        ties.stream().filter(this::counts).forEach(it -> rules.add(it.coupling.rule()));
        return rules;
    }

    /** Rules on single prices that say something about a member that can move. */
    List<PriceRule> rulesOf(int index) {
        return fixed[index] ? List.of() : members[index].rules();
    }

    /** Two prices that both stay are nobody's to tie. */
    private boolean counts(Tie tie) {
        return !(fixed[tie.low] && fixed[tie.high]);
    }

    /** Rungs of a member that rules on its price alone allow. */
    BitSet own(int index, Held held) {
        var member = members[index];
        var rungs = new BitSet(member.count());
        if (fixed[index]) {
            rungs.set(member.present());
            return rungs;
        }
        rungs.set(0, member.count());
        for (int i = 0; i < member.rules().size(); i++) {
            var rule = member.rules().get(i);
            var inForce = held.as(rule);
            if (inForce.isPresent()) {
                rungs.and(inForce.get().equals(rule) ? member.allowed(i) : member.allowed(inForce.get(), ticks));
            }
        }
        return rungs;
    }

    /** Rungs that can be part of prices that keep all rules; empty when there are no such prices. */
    Optional<BitSet[]> domains(Held held) {
        var domains = new BitSet[members.length];
        for (int i = 0; i < domains.length; i++) {
            domains[i] = own(i, held);
            if (domains[i].isEmpty()) {
                return Optional.empty();
            }
        }
        return narrowed(domains, bounds(held)) ? Optional.of(domains) : Optional.empty();
    }

    /** One rung bounded by another: {@code most} tells the highest rung of the low member for each of the high one. */
    record Bound(int low, int high, int[] most) {}

    /** The ties that are in force. */
    List<Bound> bounds(Held held) {
        return ties.stream()
                .filter(this::counts)
                .flatMap(tie -> held.as(tie.coupling.rule()).map(it -> bound(tie, it)).stream())
                .toList();
    }

    private Bound bound(Tie tie, PriceRule inForce) {
        var most = inForce.equals(tie.coupling.rule())
                ? tie.most
                : most(tie.coupling, inForce, members[tie.low], members[tie.high]);
        return new Bound(tie.low, tie.high, most);
    }

    private static boolean narrowed(BitSet[] domains, List<Bound> bounds) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (var bound : bounds) {
                var low = domains[bound.low];
                var high = domains[bound.high];
                int most = bound.most[high.length() - 1];
                if (low.length() - 1 > most) {
                    low.clear(most + 1, low.length());
                    moved = true;
                }
                if (low.isEmpty()) {
                    return false;
                }
                int least = low.nextSetBit(0);
                int rung = high.nextSetBit(0);
                while (bound.most[rung] < least) {
                    high.clear(rung);
                    moved = true;
                    rung = high.nextSetBit(rung);
                    if (rung < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Rules that keep a member from a rung while the others stay where they are. */
    Set<PriceRule> against(int index, int rung, int[] chosen, Held held) {
        var against = new LinkedHashSet<PriceRule>();
        var member = members[index];
        for (int i = 0; i < member.rules().size(); i++) {
            var rule = member.rules().get(i);
            var inForce = held.as(rule);
            if (inForce.isPresent()
                    && !(inForce.get().equals(rule) ? member.allowed(i) : member.allowed(inForce.get(), ticks))
                            .get(rung)) {
                against.add(inForce.get());
            }
        }
        for (var tie : ties) {
            held.as(tie.coupling.rule())
                    .filter(it -> counts(tie) && isBroken(tie, it, index, rung, chosen))
                    .ifPresent(against::add);
        }
        return against;
    }

    private boolean isBroken(Tie tie, PriceRule inForce, int index, int rung, int[] chosen) {
        if (tie.low != index && tie.high != index) {
            return false;
        }
        int low = tie.low == index ? rung : chosen[tie.low];
        int high = tie.high == index ? rung : chosen[tie.high];
        return low > bound(tie, inForce).most[high];
    }
}
