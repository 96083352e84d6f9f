package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.feature.PublishedFeatures;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeaturePublisher;
import dev.storetwin.proposal.Evidence;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnElasticityTest {

    private static final FeatureEntity MUG_ON_THE_WEB = FeatureEntity.of(MUG, WEB);

    @Test
    void what_a_price_was_planned_with_is_left_for_others() {
        try (var twin = twin(
                shop().sold(MUG, WEB, 200, day -> 2 + day % 5).cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)))) {
            assertThat(twin.features()
                            .vector(MUG_ON_THE_WEB, "own_price_elasticity")
                            .isMissing(0))
                    .isTrue();

            var planned = twin.pricing().recommend(MUG, WEB).evidence().stream()
                    .filter(it -> it.name().equals("elasticity"))
                    .mapToDouble(Evidence::value)
                    .findFirst()
                    .orElseThrow();

            var left = twin.features().vector(MUG_ON_THE_WEB, "own_price_elasticity");
            assertThat(left.get(0).value().orElseThrow()).isNegative().isEqualTo(planned);
        }
    }

    @Test
    void nothing_is_left_where_nothing_is_known() {
        try (var twin = twin(shop().cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)))) {
            twin.pricing().recommend(MUG, WEB);

            assertThat(twin.features()
                            .vector(MUG_ON_THE_WEB, "own_price_elasticity")
                            .isMissing(0))
                    .isTrue();
        }
    }

    @Test
    void one_book_is_told_once_a_day() {
        var told = new ArrayList<Double>();
        var published = new PublishedFeatures(Clock.fixed(NOW, ZoneOffset.UTC), 10);
        FeaturePublisher listening = (feature, entity, value, describes) -> {
            told.add(value);
            return published.publish(feature, entity, value, describes);
        };
        var elasticity = new OwnElasticity(listening);
        try (var twin = twin(
                shop().sold(MUG, WEB, 200, day -> 2 + day % 5).cost(MUG, "4.00").price(MUG, WEB, "10.00", ago(300)))) {
            var decision = twin.pricing().recommend(MUG, WEB);

            elasticity.published(decision);
            elasticity.published(decision);
        }

        assertThat(told).isEqualTo(List.of(-1.7));
    }

    private static Twin twin(SampleShop shop) {
        var twin = StoreTwin.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
        shop.events().forEach(twin::accept);
        return twin;
    }
}
