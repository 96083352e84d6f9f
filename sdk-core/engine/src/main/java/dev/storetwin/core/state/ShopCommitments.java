package dev.storetwin.core.state;

import dev.storetwin.event.AutonomyChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.ExplorationChanged;
import dev.storetwin.event.KillSwitchChanged;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.state.CommitmentView;
import dev.storetwin.state.TriedPrice;
import dev.storetwin.state.Undertaking;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import dev.storetwin.type.Scope;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Target;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the twin's own acts come to. */
final class ShopCommitments implements CommitmentView {

    private final Reading reading;
    private final Folding folding;
    private final Names names;

    ShopCommitments(Reading reading, Folding folding, Names names) {
        this.reading = reading;
        this.folding = folding;
        this.names = names;
    }

    @Override
    public boolean killSwitchEngaged() {
        return reading.newest(EntityKind.TWIN, "kill-switch", KillSwitchChanged.class)
                .map(KillSwitchChanged::engaged)
                .orElse(false);
    }

    @Override
    public Optional<String> autonomy(Capability capability) {
        return autonomy(capability, Scope.EVERYTHING).map(AutonomyChanged::level);
    }

    @Override
    public Optional<AutonomyChanged> autonomy(Capability capability, Scope scope) {
        return reading.newest(EntityKind.TWIN, AutonomyChanged.document(capability, scope), AutonomyChanged.class);
    }

    @Override
    public Optional<AppliedAction> lastApplied(Capability capability, Target target) {
        return applied(capability, target)
                .max(Comparator.comparing(AppliedAction::at).thenComparing(AppliedAction::decision));
    }

    @Override
    public List<AppliedAction> appliedSince(Instant moment) {
        return Stream.of(Capability.values())
                .flatMap(it -> reading.read(LedgerEntry.Applied.class, it))
                .map(LedgerEntry.Applied::action)
                .filter(it -> !it.at().isBefore(moment))
                .toList();
    }

    @Override
    public Money spent(Capability capability, Instant from, Instant until) {
        return reading.read(LedgerEntry.Applied.class, capability)
                .map(LedgerEntry.Applied::action)
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                .flatMap(it -> it.commitment().spend().stream())
                .filter(it -> it.currency().equals(folding.currency()))
                .reduce(Money.zero(folding.currency()), Money::plus);
    }

    @Override
    public Money regret(Capability capability, Instant from, Instant until) {
        var first = Book.RegretOn.of(capability, from).day();
        var last = Book.RegretOn.of(capability, until).day();
        return sum(
                LongStream.rangeClosed(first, last)
                        .mapToObj(it -> new Book.RegretOn(capability, it))
                        .flatMap(it -> reading.read(LedgerEntry.Regretted.class, it)),
                from,
                until);
    }

    @Override
    public Money regret(Capability capability, Sku sku, Instant from, Instant until) {
        return sum(
                names.all(sku).stream()
                        .map(it -> new Book.RegretOf(capability, it))
                        .flatMap(it -> reading.read(LedgerEntry.Regretted.class, it)),
                from,
                until);
    }

    private Money sum(Stream<LedgerEntry.Regretted> regrets, Instant from, Instant until) {
        return regrets.filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                .map(LedgerEntry.Regretted::amount)
                .filter(it -> it.currency().equals(folding.currency()))
                .reduce(Money.zero(folding.currency()), Money::plus);
    }

    @Override
    public List<TriedPrice> tried(Sku sku, Channel channel) {
        return targets(sku, channel)
                .flatMap(it -> applied(Capability.PRICING, it))
                .filter(it -> it.commitment().regret().isPresent())
                .sorted(PriceEchoes.NEWEST_FIRST.reversed())
                .flatMap(this::tried)
                .toList();
    }

    private Stream<TriedPrice> tried(AppliedAction act) {
        var before =
                undertaking(act.decision()).flatMap(it -> it.action().replaces().price());
        return act
                .commitment()
                .price()
                .flatMap(price -> before.map(it -> new TriedPrice(act.decision(), act.at(), it, price)))
                .stream();
    }

    @Override
    public boolean explorationFrozen(Capability capability) {
        return reading.newest(EntityKind.TWIN, ExplorationChanged.document(capability), ExplorationChanged.class)
                .map(ExplorationChanged::frozen)
                .orElse(false);
    }

    @Override
    public Optional<ActStage> stage(DecisionId decision) {
        return DecisionFold.stage(reading.document(EntityKind.DECISION, decision.value()));
    }

    @Override
    public boolean isApproved(DecisionId decision) {
        return DecisionFold.isApproved(reading.document(EntityKind.DECISION, decision.value()));
    }

    @Override
    public List<DecisionId> open() {
        return reading.known(EntityKind.DECISION).stream().map(DecisionId::of).toList();
    }

    @Override
    public Optional<Undertaking> undertaking(DecisionId decision) {
        return DecisionFold.undertaking(reading.document(EntityKind.DECISION, decision.value()));
    }

    @Override
    public Optional<DecisionId> echoOf(Sku sku, Channel channel, Money price, Instant from) {
        return echoes(sku, channel).of(price, from);
    }

    @Override
    public boolean isOverruled(Sku sku, Channel channel) {
        return targets(sku, channel)
                .flatMap(it -> lastApplied(Capability.PRICING, it).stream())
                .max(Comparator.comparing(AppliedAction::at))
                .filter(echoes(sku, channel)::isOverruled)
                .isPresent();
    }

    private PriceEchoes echoes(Sku sku, Channel channel) {
        var applied = targets(sku, channel).flatMap(it -> applied(Capability.PRICING, it));
        var tried = targets(sku, channel).flatMap(this::tried);
        return new PriceEchoes(
                reading, PriceEchoes.inOrder(applied, tried), new ShopCatalog(reading, names).told(sku, channel));
    }

    private Stream<Target> targets(Sku sku, Channel channel) {
        return names.all(sku).stream().map(it -> Target.of(it, channel));
    }

    private Stream<AppliedAction> applied(Capability capability, Target target) {
        return reading.read(LedgerEntry.Applied.class, new Book.AppliedTo(capability, target))
                .map(LedgerEntry.Applied::action);
    }

    /** Whether the price of a SKU in a channel was ever set, or tried to be. */
    boolean hasPriced(Sku sku, Channel channel) {
        return targets(sku, channel)
                .anyMatch(it -> lastApplied(Capability.PRICING, it).isPresent()
                        || tried(it).findAny().isPresent());
    }

    private Stream<AppliedAction> tried(Target target) {
        return reading.read(LedgerEntry.Tried.class, target).map(LedgerEntry.Tried::action);
    }
}
