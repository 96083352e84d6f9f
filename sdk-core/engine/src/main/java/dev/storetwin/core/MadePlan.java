package dev.storetwin.core;

import dev.storetwin.OrderPlan;
import dev.storetwin.PlannedOrder;
import dev.storetwin.core.inventory.plan.PlanLimits;
import dev.storetwin.inventory.LimitUse;
import dev.storetwin.inventory.PlanWishes;
import dev.storetwin.inventory.SkuAtNode;
import dev.storetwin.proposal.PlanWatch;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan with all that it takes to make it again. */
final class MadePlan implements OrderPlan {

    private final Basis basis;
    private final boolean isStopped;
    private final List<PlanLine> lines;
    private volatile @Nullable Map<SkuAtNode, PlanLine> byPair;
    private final List<LimitUse> uses;
    private final double gap;
    private final int anew;

    /** What it was asked and what it was made from. */
    record Basis(PlanDesk desk, PlanWishes wishes, PlanLimits limits, PlanMoment moment) {}

    private MadePlan(Basis basis, boolean isStopped, List<PlanLine> lines, List<LimitUse> uses, double gap, int anew) {
        this.basis = basis;
        this.isStopped = isStopped;
        this.lines = List.copyOf(lines);
        this.uses = uses;
        this.gap = gap;
        this.anew = anew;
    }

    static MadePlan of(Basis basis, List<PlanLine> lines, PlanSharing sharing, int anew) {
        return new MadePlan(basis, false, lines, sharing.uses(lines), sharing.gap(), anew);
    }

    static MadePlan stopped(Basis basis) {
        return new MadePlan(basis, true, List.of(), List.of(), 0, 0);
    }

    PlanMoment moment() {
        return basis.moment();
    }

    PlanLimits planLimits() {
        return basis.limits();
    }

    List<PlanLine> planLines() {
        return lines;
    }

    List<SkuAtNode> pairs() {
        return lines.stream().map(PlanLine::pair).toList();
    }

    @Override
    public PlanWishes wishes() {
        return basis.wishes();
    }

    @Override
    public Instant asOf() {
        return basis.moment().asOf();
    }

    @Override
    public long revision() {
        return basis.moment().state().revision();
    }

    @Override
    public boolean isStopped() {
        return isStopped;
    }

    @Override
    public List<PlannedOrder> lines() {
        return lines.stream().map(PlanLine::planned).toList();
    }

    @Override
    public Optional<PlannedOrder> line(SkuAtNode pair) {
        Arguments.given("pair", pair);
        return Optional.ofNullable(byPair().get(pair)).map(PlanLine::planned);
    }

    /** Made when somebody first asks for a line. */
    private Map<SkuAtNode, PlanLine> byPair() {
        var known = byPair;
        if (known == null) {
            known = new HashMap<>();
            for (var line : lines) {
                known.put(line.pair(), line);
            }
            byPair = known;
        }
        return known;
    }

    @Override
    public List<LimitUse> limits() {
        return uses;
    }

    @Override
    public List<LimitUse> toRelax() {
        return uses.stream().filter(LimitUse::isShort).toList();
    }

    @Override
    public double expectedGain() {
        var currency = basis.moment().state().currency().getCurrencyCode();
        return lines.stream()
                .map(PlanLine::decision)
                .filter(it -> it.objective().unit().equals(currency))
                .mapToDouble(it -> it.expectedGain())
                .sum();
    }

    @Override
    public double gap() {
        return gap;
    }

    @Override
    public int plannedAnew() {
        return anew;
    }

    @Override
    public OrderPlan again(PlanWatch watch) {
        Arguments.given("watch", watch);
        return basis.desk().again(this, watch);
    }
}
