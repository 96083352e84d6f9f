package dev.storetwin.core.state.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.Acceptance;
import dev.storetwin.state.Defect;
import dev.storetwin.state.QuarantinedEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedEventsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Money LIMIT = Money.of("100", "EUR");

    private final List<TwinEvent> taken = new ArrayList<>();
    private RefusedEvents refused = RefusedEvents.inMemory(EventCodec.PLAIN, 100);

    private static PriceChanged price(String sku, String amount) {
        return PriceChanged.of(Source.of("shop"), Sku.of(sku), Channel.of("web"), Money.of(amount, "EUR"), NOON);
    }

    /** A door that keeps high prices out, as the twin would. */
    private Acceptance offer(TwinEvent event) {
        if (((PriceChanged) event).price().compareTo(LIMIT) > 0) {
            var refusal = new Refusal(Defect.ABSURD_NUMBER, event.header().key() + " is too dear");
            refused.add(event, refusal, NOON);
            return new Acceptance.Quarantined(refusal.defect(), refusal.reason());
        }
        if (taken.contains(event)) {
            return new Acceptance.Duplicate();
        }
        taken.add(event);
        return new Acceptance.Accepted(taken.size(), Optional.empty());
    }

    private static PriceChanged inUnits(TwinEvent event) {
        var cents = (PriceChanged) event;
        return new PriceChanged(
                cents.header(),
                cents.sku(),
                cents.channel(),
                cents.price().times(new BigDecimal("0.01")),
                Optional.empty(),
                cents.taxMode());
    }

    private List<String> skus() {
        return refused.openingTo(this::offer).events().stream()
                .map(it -> ((PriceChanged) it.event()).sku().value())
                .toList();
    }

    @Test
    void what_was_refused_is_kept_with_its_reason() {
        offer(price("MUG", "1999"));

        var quarantine = refused.openingTo(this::offer);

        assertThat(quarantine.counts()).isEqualTo(Map.of(Defect.ABSURD_NUMBER, 1L));
        assertThat(quarantine.events()).singleElement().satisfies(it -> {
            assertThat(it.event()).isEqualTo(price("MUG", "1999"));
            assertThat(it.reason()).endsWith("is too dear");
            assertThat(it.at()).isEqualTo(NOON);
        });
    }

    @Test
    void what_comes_again_is_kept_once_and_counted() {
        offer(price("MUG", "1999"));
        offer(new PriceChanged(
                price("MUG", "1999").header().withReceivedAt(NOON.plusSeconds(60)),
                Sku.of("MUG"),
                Channel.of("web"),
                Money.of("1999", "EUR"),
                Optional.empty(),
                price("MUG", "1999").taxMode()));
        offer(price("MUG", "2999"));

        assertThat(refused.openingTo(this::offer).events())
                .extracting(QuarantinedEvent::times)
                .containsExactly(2L, 1L);
    }

    @Test
    void what_is_repaired_leaves_and_is_part_of_the_state() {
        offer(price("MUG", "1999"));
        offer(price("PAN", "4999"));

        var replayed = refused.openingTo(this::offer)
                .replay(it -> it.event().header().key().eventId().contains("MUG"), RefusedEventsTest::inUnits);

        assertThat(replayed.accepted()).isEqualTo(1);
        assertThat(taken).containsExactly(price("MUG", "19.99"));
        assertThat(skus()).containsExactly("PAN");
    }

    @Test
    void what_is_refused_again_stays_once_as_it_was_repaired() {
        offer(price("MUG", "995000"));
        var quarantine = refused.openingTo(this::offer);

        var first = quarantine.replay(it -> true, RefusedEventsTest::inUnits);
        var second = quarantine.replay(it -> true, RefusedEventsTest::inUnits);
        var third = quarantine.replay(it -> true, UnaryOperator.identity());

        assertThat(first.refused()).isEqualTo(Map.of(Defect.ABSURD_NUMBER, 1L));
        assertThat(second.refused()).isEqualTo(Map.of());
        assertThat(second.accepted()).isEqualTo(1);
        assertThat(third.left()).isZero();
        assertThat(taken).containsExactly(price("MUG", "99.50"));
    }

    @Test
    void a_repair_that_fails_leaves_its_event_and_hinders_no_other() {
        offer(price("MUG", "1999"));
        offer(price("PAN", "4999"));

        var replayed = refused.openingTo(this::offer).replay(it -> true, event -> {
            if (((PriceChanged) event).sku().equals(Sku.of("MUG"))) {
                throw new IllegalStateException("secret of " + event);
            }
            return inUnits(event);
        });

        assertThat(replayed.failures()).singleElement().asString().contains("MUG", "IllegalStateException");
        assertThat(replayed.failures().toString()).doesNotContain("secret");
        assertThat(replayed.accepted()).isEqualTo(1);
        assertThat(skus()).containsExactly("MUG");
    }

    @Test
    void without_room_the_oldest_goes_and_is_counted() {
        refused = RefusedEvents.inMemory(EventCodec.PLAIN, 2);
        List.of("A", "B", "C").forEach(it -> offer(price(it, "1999")));

        assertThat(skus()).containsExactly("B", "C");
        assertThat(refused.openingTo(this::offer).lost()).isEqualTo(1);
    }

    @Test
    void what_is_given_up_is_gone() {
        offer(price("MUG", "1999"));

        assertThat(refused.openingTo(this::offer).discard(it -> it.defect() == Defect.ABSURD_NUMBER))
                .isEqualTo(1);
        assertThat(skus()).isEmpty();
    }

    @Test
    void a_quarantine_outlives_its_twin(@TempDir Path directory) throws IOException {
        refused = open(directory);
        List.of("A", "B", "C").forEach(it -> offer(price(it, "1999")));
        offer(price("A", "1999"));
        refused.openingTo(this::offer).discard(it -> it.ticket() == 2);
        refused.close();

        refused = open(directory);
        offer(price("D", "1999"));

        assertThat(skus()).containsExactly("A", "C", "D");
        assertThat(refused.openingTo(this::offer).events())
                .extracting(QuarantinedEvent::ticket)
                .containsExactly(1L, 3L, 4L);
        assertThat(refused.openingTo(this::offer).events().get(0).times()).isEqualTo(2);
        refused.close();
    }

    private static RefusedEvents open(Path directory) throws IOException {
        return RefusedEvents.open(new FileDisk(), directory.resolve("quarantine"), EventCodec.PLAIN, 100);
    }

    @Test
    void a_quarantine_that_is_emptied_again_and_again_does_not_grow(@TempDir Path directory) throws IOException {
        refused = open(directory);
        offer(price("STAYS", "1999"));
        for (int i = 0; i < 3_000; i++) {
            offer(price("GOES" + i, "1999"));
            refused.openingTo(this::offer).discard(it -> it.ticket() > 1);
        }
        refused.close();

        refused = open(directory);

        assertThat(skus()).containsExactly("STAYS");
        try (var files = Files.walk(directory)) {
            assertThat(files.mapToLong(it -> it.toFile().length()).sum()).isLessThan(1_000_000);
        }
        refused.close();
    }
}
