package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.monitor.QualityMonitor;
import dev.storetwin.core.state.quality.Inspected;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.monitor.HeartbeatRules;
import dev.storetwin.monitor.SourceHealth;
import dev.storetwin.state.Acceptance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heartbeat that is asked every quarter of an hour, all through a shop's history. */
class HeartbeatOfAShopTest {

    private static final Acceptance ACCEPTED = new Acceptance.Accepted(1, Optional.empty());

    private final List<SourceHealth> alarms = new ArrayList<>();

    private static SyntheticShop shop(double ordersPerDay) {
        return SyntheticShop.builder()
                .seed(11)
                .skus(12)
                .channels(2)
                .nodes(2)
                .days(100)
                .ordersPerDay(ordersPerDay)
                .build();
    }

    private QualityMonitor heard(SyntheticShop shop) {
        var monitor = new QualityMonitor(HeartbeatRules.DEFAULT, shop.zone());
        var next = shop.events().findFirst().orElseThrow().header().occurredAt();
        for (var event : (Iterable<TwinEvent>) shop.events()::iterator) {
            var now = event.header().receivedAt();
            for (; next.isBefore(now); next = next.plus(Duration.ofMinutes(15))) {
                ask(monitor, next);
            }
            monitor.observe(event.header(), Inspected.CLEAN, ACCEPTED, now);
        }
        return monitor;
    }

    private void ask(QualityMonitor monitor, Instant now) {
        monitor.health(now).stream().filter(SourceHealth::isSilent).forEach(alarms::add);
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 15, 200})
    void it_never_cries_wolf_and_misses_no_day(double ordersPerDay) {
        var shop = shop(ordersPerDay);
        var monitor = heard(shop);

        assertThat(alarms).isEmpty();
        var last = monitor.health(shop.end()).get(0).lastHeard();
        assertThat(monitor.health(last.plusSeconds(60)).get(0).isSilent()).isFalse();
        assertThat(monitor.health(last.plus(Duration.ofDays(ordersPerDay < 10 ? 5 : 2)))
                        .get(0)
                        .isSilent())
                .isTrue();
    }
}
