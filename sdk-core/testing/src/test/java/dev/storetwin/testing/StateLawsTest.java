package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PurchaseOrderPlaced;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.StockKind;
import dev.storetwin.event.TransferDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.LineState;
import dev.storetwin.state.OrderStage;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every valid stream of events, whatever shop it comes from. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class StateLawsTest {

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.streams();
    }

    @Provide
    Arbitrary<List<TwinEvent>> correctedStreams() {
        return Story.correctedStreams();
    }

    private static List<String> dump(ShopState state) {
        return StateDump.of(state, Town.subjects());
    }

    /** Only the lines that differ are shown. */
    private static void assertAlike(List<String> dump, List<String> expected) {
        assertThat(dump.stream().filter(it -> !expected.contains(it)).toList())
                .isEqualTo(expected.stream().filter(it -> !dump.contains(it)).toList());
        assertThat(dump).hasSameSizeAs(expected);
    }

    @Property
    void order_and_repetition_of_arrival_do_not_matter(
            @ForAll("correctedStreams") List<TwinEvent> events, @ForAll Random chance) {
        var expected = dump(Delivery.plain(events));

        assertAlike(dump(Delivery.rough(events, chance)), expected);
    }

    @Property
    void the_state_root_does_not_depend_on_arrival(
            @ForAll("correctedStreams") List<TwinEvent> events, @ForAll Random chance) {
        var plain = Delivery.plain(events);
        var rough = Delivery.rough(events, chance);

        assertThat(rough.root()).isEqualTo(plain.root());
        assertThat(rough.difference(plain).isEmpty()).isTrue();
    }

    @Property
    void states_of_one_root_answer_alike_and_others_do_not_have_it(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var left = new ArrayList<>(events);
        left.remove(chance.nextInt(events.size()));
        var all = Delivery.rough(events, chance);
        var fewer = Delivery.rough(left, chance);

        assertThat(all.root().equals(fewer.root()))
                .isEqualTo(all.difference(fewer).isEmpty());
        if (all.root().equals(fewer.root())) {
            assertAlike(dump(all), dump(fewer));
        }
    }

    @Property
    void another_fact_gives_another_root(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.plain(events);
        var more = StockCounted.of(
                Town.SHOP, Town.SKUS.get(0), Town.NODES.get(0), Quantity.of(chance.nextInt(99)), Town.at(100_000));
        var changed = state.after(List.of(more)).state();

        assertThat(changed.root()).isNotEqualTo(state.root());
        assertThat(state.difference(changed).skus()).containsExactly(state.catalog().resolve(Town.SKUS.get(0)));
        assertThat(state.difference(changed).others()).containsExactly(more.document());
        assertThat(state.difference(changed).orders()).isEmpty();
        assertThat(changed.difference(state)).isEqualTo(state.difference(changed));
    }

    @Property
    void the_root_of_a_correction_is_the_root_of_never_having_been_wrong(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var wrong = events.get(chance.nextInt(events.size()));
        var corrected = new ArrayList<>(events);
        corrected.add(EventRetracted.of(wrong, wrong.header().occurredAt().plusSeconds(1), "a mistake"));
        var never = events.stream().filter(it -> it != wrong).toList();

        assertThat(Delivery.rough(corrected, chance).root())
                .isEqualTo(Delivery.plain(never).root());
    }

    @Property
    void a_fact_that_is_told_under_two_ids_is_one_fact(
            @ForAll("correctedStreams") List<TwinEvent> events, @ForAll Random chance) {
        var twice = Stream.concat(
                        events.stream(),
                        events.stream()
                                .filter(it -> !(it instanceof EventRetracted))
                                .map(it -> Delivery.underAnotherId(
                                        it, it.header().key().eventId() + "-again")))
                .toList();
        var expected = Delivery.plain(twice);
        var rough = Delivery.rough(twice, chance);

        assertAlike(dump(rough), dump(expected));
        assertThat(rough.root()).isEqualTo(expected.root());
    }

    @Property
    void what_was_taken_back_has_never_been(@ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var wrong = events.get(chance.nextInt(events.size()));
        var corrected = new ArrayList<>(events);
        corrected.add(EventRetracted.of(wrong, wrong.header().occurredAt().plusSeconds(1), "a mistake"));
        var never = events.stream().filter(it -> it != wrong).toList();

        assertAlike(dump(Delivery.rough(corrected, chance)), dump(Delivery.plain(never)));
    }

    @Property
    void an_event_that_is_known_changes_nothing(@ForAll("correctedStreams") List<TwinEvent> events) {
        var state = Delivery.plain(events);

        var change = state.after(events);

        assertThat(change.answers()).allMatch(it -> it instanceof Acceptance.Duplicate);
        assertAlike(dump(change.state()), dump(state));
        assertThat(change.state().revision()).isEqualTo(state.revision());
    }

    @Property
    void a_state_never_changes_once_it_is_published(
            @ForAll("streams") List<TwinEvent> before, @ForAll("correctedStreams") List<TwinEvent> after) {
        var state = Delivery.plain(before);
        var dump = dump(state);

        state.after(after);

        assertAlike(dump(state), dump);
    }

    @Property
    void no_event_of_a_valid_stream_is_refused(
            @ForAll("correctedStreams") List<TwinEvent> events, @ForAll Random chance) {
        var answers = Delivery.answers(Delivery.empty(), Delivery.shaken(events, chance));

        assertThat(answers).allMatch(Acceptance::isKnown);
    }

    @Property
    void what_follows_from_something_unknown_is_no_error(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var orphans = events.stream()
                .filter(it -> !(it instanceof OrderPlaced
                        || it instanceof PurchaseOrderPlaced
                        || it instanceof TransferDispatched))
                .toList();
        var state = Delivery.rough(orphans, chance);

        dump(state);
        assertThat(Town.subjects().orders().stream().flatMap(it -> state.orders().find(it).stream()))
                .allMatch(it -> it.stage() == OrderStage.UNKNOWN);
        assertAlike(dump(state.after(events).state()), dump(Delivery.plain(events)));
    }

    @Property
    void the_newest_version_stands_whenever_it_came(
            @ForAll @IntRange(min = 1, max = 9) int versions, @ForAll Random chance) {
        var mug = Town.SKUS.get(2);
        var upserts = IntStream.rangeClosed(1, versions)
                .mapToObj(it -> CatalogStories.variant(mug, it, false, "name " + it))
                .toList();

        var state = Delivery.rough(upserts, chance);

        assertThat(state.catalog().variant(mug).orElseThrow().name()).isEqualTo("name " + versions);
        assertThat(Delivery.answers(state, upserts)).noneMatch(Acceptance.Quarantined.class::isInstance);
    }

    @Property
    void an_older_version_is_stale_and_overwrites_nothing(
            @ForAll @IntRange(min = 2, max = 9) int newest, @ForAll @IntRange(min = 1, max = 8) int age) {
        var mug = Town.SKUS.get(2);
        var state = Delivery.plain(List.of(CatalogStories.variant(mug, newest, true, "newest")));
        var older = CatalogStories.variant(mug, newest - age, false, "older");

        var change = state.after(List.of(older));

        assertThat(change.answers().get(0)).isInstanceOf(Acceptance.Stale.class);
        assertAlike(dump(change.state()), dump(state));
    }

    @Property
    void what_was_removed_stays_away_however_late_older_news_of_it_comes(
            @ForAll @IntRange(min = 0, max = 5) int before,
            @ForAll @IntRange(min = 0, max = 2) int after,
            @ForAll Random chance) {
        var mug = Town.SKUS.get(2);
        var events = new ArrayList<TwinEvent>();
        IntStream.range(0, before).forEach(it -> events.add(CatalogStories.variant(mug, it, true, "old " + it)));
        events.add(new VariantRemoved(Town.header(EntityKind.VARIANT, mug.value(), 10), mug));
        IntStream.range(0, after).forEach(it -> events.add(CatalogStories.variant(mug, 20 + it, true, "new " + it)));

        var state = Delivery.rough(events, chance);

        assertThat(state.catalog().variant(mug).isPresent()).isEqualTo(after > 0);
        assertThat(state.catalog().resolve(Town.ALIAS)).isEqualTo(after > 0 ? mug : Town.ALIAS);
    }

    @Provide
    Arbitrary<List<TwinEvent>> openOrders() {
        return Story.streams(OrderStories.any()).map(events -> events.stream()
                .filter(it -> !(it instanceof OrderCancelled))
                .toList());
    }

    @Property
    void cancelling_without_lines_is_cancelling_every_line_that_is_open(
            @ForAll("openOrders") List<TwinEvent> events, @ForAll Random chance) {
        var order = OrderId.of("order-0");
        var state = Delivery.plain(events);
        int late = Town.DAYS * 24 * 60 * 2;
        var open = state.orders().find(order).orElseThrow().lines().stream()
                .filter(it -> it.open().isPositive())
                .map(it -> new LineQuantity(it.lineId(), it.sku(), it.open()))
                .toList();
        var header = Town.header(EntityKind.CANCELLATION, "cancel", late);
        var whole = new OrderCancelled(header, order, List.of(), "late");
        var byLine = open.isEmpty()
                ? Optional.<TwinEvent>empty()
                : Optional.of(new OrderCancelled(header, order, open, "late"));

        var one = Delivery.rough(with(events, Optional.of(whole)), chance);
        var other = Delivery.rough(with(events, byLine), chance);

        assertAlike(dump(one), dump(other));
    }

    private static List<TwinEvent> with(List<TwinEvent> events, Optional<? extends TwinEvent> last) {
        return Stream.concat(events.stream(), last.stream()).toList();
    }

    @Provide
    Arbitrary<List<TwinEvent>> movements() {
        return Story.streams(Arbitraries.oneOf(
                OrderStories.any(), StockStories.movements(), StockStories.purchases(), StockStories.transfers()));
    }

    @Property
    void units_are_conserved(@ForAll("movements") List<TwinEvent> events, @ForAll Random chance) {
        assertShelvesHoldWhatTheLedgerSays(events, chance);
    }

    @Provide
    Arbitrary<List<TwinEvent>> countedMovements() {
        return Story.streams(Arbitraries.oneOf(
                OrderStories.any(),
                StockStories.physicalCounts(),
                StockStories.physicalCounts(),
                StockStories.movements(),
                StockStories.transfers()));
    }

    @Property
    void on_hand_is_the_last_count_and_what_moved_after_it(
            @ForAll("countedMovements") List<TwinEvent> events, @ForAll Random chance) {
        assertShelvesHoldWhatTheLedgerSays(events, chance);
    }

    private static void assertShelvesHoldWhatTheLedgerSays(List<TwinEvent> events, Random chance) {
        var state = Delivery.rough(events, chance);
        var ledger = UnitLedger.of(events);

        for (var sku : Town.skusAndAlias()) {
            for (var node : Town.NODES) {
                for (var kind : StockKind.values()) {
                    assertThat(state.stock().onHand(sku, node, kind))
                            .as("%s units of %s at %s", kind, sku, node)
                            .isEqualTo(ledger.level(sku, node, kind));
                }
            }
        }
    }

    @Property
    void no_line_ships_cancels_or_holds_open_what_was_not_ordered(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.rough(events, chance);

        assertThat(lines(state)).allSatisfy(line -> {
            assertThat(line.cancelled()).isBetween(Quantity.ZERO, line.ordered());
            assertThat(line.open()).isBetween(Quantity.ZERO, line.ordered());
        });
    }

    private static Stream<LineState> lines(ShopState state) {
        return Town.subjects().orders().stream()
                .flatMap(it -> state.orders().find(it).stream())
                .flatMap(it -> it.lines().stream());
    }

    @Property
    void sales_are_what_was_ordered_and_not_cancelled(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.rough(events, chance);
        var about = Town.subjects();

        double sold = Town.skusAndAlias().stream()
                .filter(it -> state.catalog().resolve(it).equals(it))
                .mapToDouble(it ->
                        state.demand().sales(it, about.from(), about.until()).totalUnits())
                .sum();

        var placed = about.orders().stream()
                .flatMap(it -> state.orders().find(it).stream())
                .filter(it -> it.placedAt().isPresent())
                .flatMap(it -> it.lines().stream())
                .map(it -> it.ordered().minus(it.cancelled()))
                .reduce(Quantity.ZERO, Quantity::plus);
        assertThat(sold).isEqualTo(placed.toDouble());
    }

    @Property
    void a_sku_and_its_alias_answer_alike(@ForAll("streams") List<TwinEvent> events) {
        var claimed = new ArrayList<>(events);
        claimed.add(CatalogStories.variant(Town.SKUS.get(0), Town.DAYS * 24 * 60 * 3, true, "claims the alias"));
        var state = Delivery.plain(claimed);
        Sku shopName = state.catalog().resolve(Town.ALIAS);
        var about = Town.subjects();

        assertThat(shopName).isNotEqualTo(Town.ALIAS);
        assertThat(state.stock().total(Town.ALIAS)).isEqualTo(state.stock().total(shopName));
        assertThat(state.catalog().skus()).doesNotContain(Town.ALIAS);
        assertThat(Transcript.of(state.demand().sales(Town.ALIAS, about.from(), about.until())))
                .isEqualTo(Transcript.of(state.demand().sales(shopName, about.from(), about.until())));
    }
}
