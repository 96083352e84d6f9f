package dev.storetwin.core;

import dev.storetwin.core.inventory.plan.OrderClaim;
import dev.storetwin.core.inventory.plan.PlanLimits;
import dev.storetwin.core.solver.Claim;
import dev.storetwin.core.solver.MarginalAllocation;
import dev.storetwin.inventory.Allotment;
import dev.storetwin.inventory.LimitUse;
import dev.storetwin.type.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the limits of a plan leave for each of its lines. */
final class PlanSharing {

    private final List<PlanLine> lines;
    private final PlanLimits limits;
    private final List<Optional<Allotment>> allotments = new ArrayList<>();
    private final long[] wished;
    private final Optional<MarginalAllocation> shared;

    PlanSharing(List<PlanLine> lines, PlanLimits limits) {
        this.lines = List.copyOf(lines);
        this.limits = limits;
        this.wished = used(lines, PlanLine::wish);
        this.shared = isScarce() ? Optional.of(share()) : Optional.empty();
        allot();
    }

    private interface Units {
        Quantity of(PlanLine line);
    }

    /** What some lines take of each limit. */
    private long[] used(List<PlanLine> some, Units units) {
        var used = new long[limits.all().size()];
        for (var line : some) {
            if (line.claim().isPresent()) {
                var claim = line.claim().get();
                claim.claim().addUse(claim.packs(units.of(line)), used);
            }
        }
        return used;
    }

    private boolean isScarce() {
        var most = limits.most();
        boolean scarce = false;
        for (int i = 0; i < most.length; i++) {
            scarce |= wished[i] > most[i];
        }
        return scarce;
    }

    private MarginalAllocation share() {
        var claims = new ArrayList<Claim>();
        for (var line : lines) {
            line.claim().filter(it -> !it.isFixed()).ifPresent(it -> claims.add(it.claim()));
        }
        return new MarginalAllocation(claims, limits.most());
    }

    private void allot() {
        int next = 0;
        for (var line : lines) {
            var claim = line.claim();
            if (claim.isEmpty()) {
                allotments.add(Optional.empty());
            } else if (claim.get().isFixed()) {
                allotments.add(
                        Optional.of(new Allotment(Quantity.ZERO, claim.get().limits())));
            } else {
                allotments.add(allotment(line, claim.get(), next));
                next++;
            }
        }
    }

    private Optional<Allotment> allotment(PlanLine line, OrderClaim claim, int index) {
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        long packs = shared.get().given(index);
        return packs < claim.packs(line.wish())
                ? Optional.of(new Allotment(claim.units(packs), bounds(claim)))
                : Optional.empty();
    }

    /** The limits that have a price; all that it is under when only whole packs stand in the way. */
    private List<String> bounds(OrderClaim claim) {
        var names = claim.limits();
        int dear = 0;
        for (int i = 0; i < names.size(); i++) {
            dear += isDear(claim, i) ? 1 : 0;
        }
        return dear == 0 || dear == names.size()
                ? names
                : IntStream.range(0, names.size())
                        .filter(i -> isDear(claim, i))
                        .mapToObj(names::get)
                        .toList();
    }

    private boolean isDear(OrderClaim claim, int index) {
        return shared.orElseThrow().price(claim.claim().limit(index)) > 0;
    }

    /** Whether a line has to be decided again. */
    boolean hasMoved(int index) {
        return !lines.get(index).allotment().equals(allotments.get(index));
    }

    Optional<Allotment> allotment(int index) {
        return allotments.get(index);
    }

    /** What became of each limit. */
    List<LimitUse> uses(List<PlanLine> decided) {
        var used = used(decided, it -> PlanLine.ordered(it.decision()));
        var uses = new ArrayList<LimitUse>();
        for (int i = 0; i < used.length; i++) {
            double price = shared.isPresent() ? shared.get().price(i) / limits.inUnits(i, 1) : 0;
            uses.add(
                    new LimitUse(limits.all().get(i), limits.inUnits(i, wished[i]), limits.inUnits(i, used[i]), price));
        }
        return uses;
    }

    /** What sharing leaves on the table at most. */
    double gap() {
        return shared.map(it -> Math.max(0, it.bound() - it.gain())).orElse(0.0);
    }
}
