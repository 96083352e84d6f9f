package dev.storetwin.core.state;

import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.ActionApplied;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.ActStage;
import dev.storetwin.state.CatalogView;
import dev.storetwin.state.CommitmentView;
import dev.storetwin.state.CustomerView;
import dev.storetwin.state.DeliveryView;
import dev.storetwin.state.DemandView;
import dev.storetwin.state.NetworkView;
import dev.storetwin.state.OrderView;
import dev.storetwin.state.StockView;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Source;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** One moment of the shop, read from its roots. */
public final class ShopState implements TwinState {

    private final Roots roots;
    private final Folding folding;
    private final Names names;

    private ShopState(Roots roots, Folding folding) {
        this.roots = roots;
        this.folding = folding;
        this.names = new Names(roots);
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
        return new ShopState(Roots.empty(codec), new Folding(zone, currency));
    }

    /** This state after more events, with the answer to each in their order. */
    public Change after(Iterable<? extends TwinEvent> events) {
        var encoded = new ArrayList<EncodedEvent>();
        events.forEach(it -> encoded.add(roots.codec().encode(it)));
        return after(encoded);
    }

    /** This state after more events, which its own codec wrote. */
    public Change after(List<EncodedEvent> events) {
        var editor = new StateEditor(roots, folding);
        var answers = new ArrayList<Acceptance>();
        for (var event : events) {
            answers.add(Door.check(event).orElseGet(() -> withEcho(event, editor.accept(event))));
        }
        return new Change(new ShopState(editor.publish(), folding), List.copyOf(answers), editor.kept());
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
            answers = List.copyOf(answers);
            kept = List.copyOf(kept);
        }

        /** Nothing was kept. */
        public Change(ShopState state, List<Acceptance> answers) {
            this(state, answers, List.of());
        }
    }

    private Acceptance withEcho(EncodedEvent event, Acceptance answer) {
        if (answer instanceof Acceptance.Accepted accepted
                && event.is(PriceChanged.class)
                && roots.codec().decode(event) instanceof PriceChanged price
                && isNews(price)) {
            return new Acceptance.Accepted(
                    accepted.revision(), commitments().echoOf(price.sku(), price.channel(), price.price()));
        }
        return answer;
    }

    /** A decision whose action was reported as failed; empty when it stands, or was never tried. */
    public Optional<ActionApplied> failedTry(DecisionId decision) {
        return commitments()
                .stage(decision)
                .filter(ActStage.FAILED::equals)
                .flatMap(it -> DecisionFold.tried(roots.document(EntityKind.DECISION, decision.value())));
    }

    /** Whether a report tells another price than the last one; only then can it be the first word of our own write. */
    private boolean isNews(PriceChanged report) {
        var history = catalog().priceHistory(report.sku(), report.channel());
        return history.isEmpty() || !history.get(history.size() - 1).price().equals(report.price());
    }

    /** Everything of one kind that a source has told of, gone or not, in order. Looks through all documents. */
    public List<KnownThing> things(EntityKind kind, Source source) {
        return roots.documents().entrySet().stream()
                .filter(it -> it.getKey().kind() == kind)
                .flatMap(it -> Census.of(it.getKey(), Document.of(it.getValue(), roots.codec()), source).stream())
                .sorted()
                .toList();
    }

    @Override
    public long revision() {
        return roots.revision();
    }

    @Override
    public ZoneId zone() {
        return folding.zone();
    }

    @Override
    public Currency currency() {
        return folding.currency();
    }

    @Override
    public CatalogView catalog() {
        return new ShopCatalog(roots, names);
    }

    @Override
    public StockView stock() {
        return new ShopStock(roots, names);
    }

    @Override
    public DemandView demand() {
        return new ShopDemand(roots, names, folding);
    }

    @Override
    public OrderView orders() {
        return new ShopOrders(roots, folding);
    }

    @Override
    public CustomerView customers() {
        return new ShopCustomers(roots, folding);
    }

    @Override
    public NetworkView network() {
        return new ShopNetwork(roots);
    }

    @Override
    public DeliveryView deliveries() {
        return new ShopDeliveries(roots.book());
    }

    @Override
    public CommitmentView commitments() {
        return new ShopCommitments(roots, folding, names);
    }
}
