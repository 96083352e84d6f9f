package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.ProductRemoved;
import dev.storetwin.event.PromotionEnded;
import dev.storetwin.event.PromotionScheduled;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.event.VariantRemoved;
import dev.storetwin.event.VariantUpserted;
import dev.storetwin.type.Channel;
import dev.storetwin.type.ProductId;
import dev.storetwin.type.PromotionId;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is gone stays gone whatever older news of it comes late, and comes back with newer ones. */
class TombstonesTest {

    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Sku ALIAS = Sku.of("platform:item:7");
    private static final Channel WEB = Channel.of("web");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static EventHeader header(EntityKind kind, String id, int second) {
        return EventHeader.of(SHOP, kind, id, NOON.plusSeconds(second));
    }

    private static VariantUpserted mug(int second) {
        return new VariantUpserted(
                header(EntityKind.VARIANT, "MUG-1", second),
                MUG,
                Set.of(ALIAS),
                Optional.of(ProductId.of("mugs")),
                "A mug",
                Optional.empty(),
                Optional.empty(),
                TaxMode.NET,
                true,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private static ProductRemoved productRemoved(int second) {
        return new ProductRemoved(header(EntityKind.PRODUCT, "mugs", second), ProductId.of("mugs"));
    }

    private static VariantRemoved itemRemoved(int second) {
        return new VariantRemoved(header(EntityKind.VARIANT, ALIAS.value(), second), ALIAS);
    }

    private static PromotionScheduled sale(int second) {
        return new PromotionScheduled(
                header(EntityKind.PROMOTION, "sale", second),
                PromotionId.of("sale"),
                "Sale",
                Set.of(MUG),
                Set.of(WEB),
                NOON,
                Optional.of(NOON.plus(Duration.ofDays(7))),
                Optional.of(new BigDecimal("0.10")));
    }

    private static PromotionEnded saleEnded(int second) {
        return new PromotionEnded(header(EntityKind.PROMOTION, "sale", second), PromotionId.of("sale"));
    }

    /** Whether both orders of arrival agree that the thing is there. */
    private static boolean isThere(Predicate<ShopState> question, TwinEvent... events) {
        var backwards = new ArrayList<>(List.of(events));
        Collections.reverse(backwards);
        boolean there = question.test(after(List.of(events)));
        assertThat(question.test(after(backwards))).isEqualTo(there);
        return there;
    }

    private static ShopState after(List<TwinEvent> events) {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                .after(events)
                .state();
    }

    private static boolean hasMug(ShopState state) {
        return state.catalog().variant(MUG).isPresent();
    }

    private static boolean hasSale(ShopState state) {
        return !state.catalog().promotions(MUG, WEB).isEmpty();
    }

    @Test
    void a_variant_goes_with_its_product_and_comes_back_with_newer_news() {
        assertThat(isThere(TombstonesTest::hasMug, mug(1))).isTrue();
        assertThat(isThere(TombstonesTest::hasMug, mug(1), productRemoved(5))).isFalse();
        assertThat(isThere(TombstonesTest::hasMug, mug(1), productRemoved(5), mug(9)))
                .isTrue();
    }

    @Test
    void a_variant_that_is_removed_under_another_of_its_names_is_gone() {
        assertThat(isThere(TombstonesTest::hasMug, mug(1), itemRemoved(5))).isFalse();
        assertThat(isThere(TombstonesTest::hasMug, mug(1), itemRemoved(5), mug(9)))
                .isTrue();
    }

    @Test
    void a_campaign_that_ended_may_be_taken_up_again() {
        assertThat(isThere(TombstonesTest::hasSale, sale(1), saleEnded(5))).isFalse();
        assertThat(isThere(TombstonesTest::hasSale, sale(1), saleEnded(5), sale(9)))
                .isTrue();
    }

    @Test
    void the_census_counts_what_is_there_and_names_what_removed_the_rest() {
        var gone = new VariantRemoved(header(EntityKind.VARIANT, "KITE", 5), Sku.of("KITE"));
        var kite = VariantUpserted.of(SHOP, Sku.of("KITE"), "A kite", "", NOON);
        var elsewhere = VariantUpserted.of(Source.of("till"), Sku.of("BALL"), "A ball", "", NOON);

        var things = after(List.of(mug(1), kite, gone, elsewhere)).things(EntityKind.VARIANT, SHOP);

        assertThat(things).extracting(it -> it.entity().id()).containsExactly("KITE", "MUG-1");
        assertThat(things.get(0).removal()).contains(gone.header().key());
        assertThat(things.get(1).isThere()).isTrue();
        assertThat(things.get(1).changedAt()).isEqualTo(NOON.plusSeconds(1));
    }
}
