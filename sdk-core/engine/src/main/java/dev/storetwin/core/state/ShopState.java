package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.BindingAct;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.StateDifference;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One moment of the shop, read from its roots. */
public final class ShopState extends ShopMoment {

    private final Roots roots;

    private ShopState(Roots roots, Folding folding) {
        super(roots, folding);
        this.roots = roots;
    }

    /** A shop of which nothing is known yet. */
    public static ShopState empty(ZoneId zone, Currency currency) {
        return empty(zone, currency, EventCodec.PLAIN);
    }

    /**
     * A shop of which nothing is known yet.
     *
     * @param codec how events lie in this state and in all that come of it
     */
    public static ShopState empty(ZoneId zone, Currency currency, EventCodec codec) {
        return empty(zone, currency, codec, SeenKeys.DEFAULT_CAPACITY);
    }

    /**
     * A shop of which nothing is known yet.
     *
     * @param recognised of how many of the last views and searches a repetition is recognised at least
     */
    public static ShopState empty(ZoneId zone, Currency currency, EventCodec codec, int recognised) {
        return new ShopState(Roots.empty(codec, recognised), new Folding(zone, currency));
    }

    static ShopState of(Roots roots, Folding folding) {
        return new ShopState(roots, folding);
    }

    Roots roots() {
        return roots;
    }

    /** What an event of this shop says. */
    public TwinEvent decode(EncodedEvent event) {
        return roots.codec().decode(event);
    }

    /** Where its documents lie. */
    public Documents documents() {
        return roots.documents();
    }

    /** The same state with its documents lying elsewhere. */
    public ShopState with(Documents same) {
        return new ShopState(roots.with(same), folding());
    }

    /** How the events of this shop are written. */
    public EventCodec codec() {
        return roots.codec();
    }

    /** The same moment for a branch, whose events make no keys of persons. */
    public ShopState whatIf() {
        return new ShopState(roots.with(roots.codec().whatIf()), folding());
    }

    /** Whether a document of this state holds this very event, whatever became of it. */
    public boolean holds(EncodedEvent event) {
        return roots.document(event.document()).holds(event);
    }

    /** The documents of an order: its own, and those of its parcels. */
    public SortedSet<Entity> documentsOf(OrderId order) {
        return ShopCustomers.documents(roots, order).collect(Collectors.toCollection(TreeSet::new));
    }

    /** This state after more events, with the answer to each in their order. */
    public Change after(Iterable<? extends TwinEvent> events) {
        return after(events, Workers.CALLER);
    }

    /** The same, with the work done by several. */
    public Change after(Iterable<? extends TwinEvent> events, Workers workers) {
        var batch = new ArrayList<TwinEvent>();
        events.forEach(batch::add);
        return after(new Delivered.Records(batch, roots.codec()), workers);
    }

    /** This state after more events, which its own codec wrote. */
    public Change after(List<EncodedEvent> events) {
        return after(events, Workers.CALLER);
    }

    /** The same, with the work done by several. What comes out is the same whoever does it. */
    public Change after(List<EncodedEvent> events, Workers workers) {
        return after(new Delivered.Bytes(events, roots.codec()), workers);
    }

    /** One event that cannot be added up must not take the others of its batch with it: then each goes alone. */
    private Change after(Delivered events, Workers workers) {
        var batch = new Batch(roots, folding(), events, workers);
        try {
            return change(batch, new ShopState(batch.fold(), folding()), events.size());
        } catch (ArithmeticException tooLarge) {
            return events.size() == 1
                    ? new Change(
                            this,
                            List.of(Answer.tooLarge(batch.event(0), tooLarge).acceptance()))
                    : oneByOne(events);
        }
    }

    private Change oneByOne(Delivered events) {
        var next = this;
        var answers = new ArrayList<Acceptance>();
        var kept = new ArrayList<EncodedEvent>();
        for (int i = 0; i < events.size(); i++) {
            var change = next.after(List.of(events.encoded(i, new ByteWriter())));
            answers.addAll(change.answers());
            kept.addAll(change.kept());
            next = change.state();
        }
        return new Change(next, answers, kept);
    }

    /** An accepted event is answered with its position, and with what it is an echo of as of before the batch. */
    private Change change(Batch batch, ShopState next, int size) {
        var answers = new ArrayList<Acceptance>(size);
        long position = roots.revision();
        boolean hasActed = hasActed();
        for (int i = 0; i < size; i++) {
            var answer = batch.answer(i);
            position += answer.isKept() ? 1 : 0;
            answers.add(
                    answer.acceptance() instanceof Acceptance.Accepted
                            ? new Acceptance.Accepted(position, hasActed ? echo(batch.event(i)) : Optional.empty())
                            : answer.acceptance());
        }
        return new Change(next, answers, batch.kept());
    }

    /**
     * The next state and how it came about.
     *
     * @param answers one per event
     * @param kept    the events that got a position, in order: also what is stale or was told under another id, but no exact repetition
     *                and nothing in quarantine
     */
    public record Change(ShopState state, List<Acceptance> answers, List<EncodedEvent> kept) {

        public Change {
            answers = Collections.unmodifiableList(answers);
            kept = Collections.unmodifiableList(kept);
        }

        /** Nothing was kept. */
        public Change(ShopState state, List<Acceptance> answers) {
            this(state, answers, List.of());
        }
    }

    private Optional<DecisionId> echo(TwinEvent event) {
        return event instanceof PriceChanged price
                ? commitments()
                        .echoOf(
                                price.sku(),
                                price.channel(),
                                price.price(),
                                price.header().occurredAt())
                : Optional.empty();
    }

    /** Whether the twin has ever acted on this shop; before that nothing can be an echo. */
    public boolean hasActed() {
        return roots.book().count(LedgerEntry.Applied.class) + roots.book().count(LedgerEntry.Tried.class) > 0;
    }

    /** When the newest act happened that is known, the twin's or an operator's; long ago when there was none. */
    public Instant lastAct() {
        return EpochNanos.instant(roots.totals().lastAct());
    }

    /**
     * Whether an event may report an act of the twin back, or decide which price report does: then what went before it matters. None may before
     * the twin {@link #hasActed}.
     */
    public boolean mayEcho(EncodedEvent event) {
        return event.is(VariantUpserted.class)
                || (event.is(PriceChanged.class)
                        && roots.codec().decode(event) instanceof PriceChanged price
                        && new ShopCommitments(roots, folding(), names()).hasPriced(price.sku(), price.channel()));
    }

    /** A decision whose action was reported as failed, or of which nothing was reported; empty when it is known to stand, or was never tried. */
    public Optional<BindingAct> unconfirmed(DecisionId decision) {
        return commitments()
                .stage(decision)
                .filter(it -> it == ActStage.FAILED || it == ActStage.RESERVED)
                .flatMap(it -> DecisionFold.tried(roots.document(EntityKind.DECISION, decision.value())));
    }

    /** When the action of a decision was last begun to be carried out, or the host had done so; empty for what was never begun. */
    public Optional<BindingAct> begun(DecisionId decision) {
        return DecisionFold.begun(roots.document(EntityKind.DECISION, decision.value()));
    }

    /** Everything of one kind that a source has told of, gone or not, in order. Looks through all documents. */
    public List<KnownThing> things(EntityKind kind, Source source) {
        var things = new ArrayList<KnownThing>();
        roots.documents().forEach(bytes -> {
            var id = Document.id(bytes);
            if (id.kind() == kind) {
                Census.of(id, Document.of(bytes, roots.codec()), source).ifPresent(things::add);
            }
        });
        return things.stream().sorted().toList();
    }

    /** What changed in the sales of a SKU after they were made, over all its names and channels. */
    List<Amendment> amendments(Sku sku) {
        return names().books(sku)
                .flatMap(it -> it.amendments().things().stream())
                .flatMap(it -> it.all().stream())
                .sorted()
                .toList();
    }

    /**
     * 128 bits that stand for all that is true in this state. States of equal roots answer every view alike, in whatever order their events
     * came, how often, and under which ids. Worked out on each call, by looking at everything. {@link StateRoot} tells more apart: also how we
     * came to know.
     */
    public Fingerprint root() {
        return root(Workers.CALLER);
    }

    /** The same, worked out by several. */
    public Fingerprint root(Workers workers) {
        return FactRoot.of(roots, workers);
    }

    /** What is not the same in another state. For two branches of one shop it costs what they changed, not what there is. */
    public StateDifference difference(ShopState other) {
        return Differences.between(roots, other.roots);
    }

    @Override
    public long revision() {
        return roots.revision();
    }

    /** What happened last tells when the past begins: as of then, all is as it is here. */
    @Override
    public TwinState asOf(Instant moment) {
        return EpochNanos.nanos(moment) >= roots.totals().latest() ? this : new PastState(this, moment);
    }

    /**
     * One SKU for who reads many days of many.
     *
     * @param starts of the shop's zone; a reading is fast when they cover its days
     */
    public SkuReading reading(Sku sku, DayStarts starts) {
        return new SkuReading(names().books(sku).toList(), starts);
    }

    /** Things that stay the same objects while nothing of campaigns and competitors changes that concerns a SKU in a channel. */
    public List<?> marketOf(Sku sku, Channel channel) {
        var parts = new ArrayList<Object>();
        parts.add(roots.book().page(LedgerEntry.Campaign.class, Book.SHOP));
        for (var name : names().all(sku)) {
            parts.add(roots.book().page(LedgerEntry.Competing.class, new LedgerEntry.Competing.With(name, channel)));
        }
        return parts;
    }

    /** Whether any SKU has another name. */
    public boolean hasAliases() {
        return roots.has(LedgerEntry.Alias.class);
    }

    /** Something that stays the same object while nothing changes but sales, stock, prices and traffic of SKUs. */
    public Object besidesSkus() {
        return roots.book();
    }
}
