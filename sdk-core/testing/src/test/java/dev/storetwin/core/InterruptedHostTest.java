package dev.storetwin.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Receipt;
import dev.storetwin.platform.Translation;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts cancel requests by interrupting their threads: the twin answers, forgets nothing, and goes on. */
class InterruptedHostTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Source SHOP = Source.of("test");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final Actor CLERK = new Actor(Role.OPERATOR, "clerk");

    @TempDir
    private Path folder;

    private Twin twin() {
        return StoreTwin.builder()
                .clock(Clock.fixed(NOON, ZoneOffset.UTC))
                .vault(new PlainVault())
                .dataDirectory(folder.resolve("twin"))
                .build();
    }

    private static PriceChanged price(int minute) {
        return PriceChanged.of(SHOP, MUG, WEB, Money.of(10 + minute + ".00", "EUR"), NOON.plusSeconds(60L * minute));
    }

    private static <T> T interrupted(Supplier<T> call) {
        Thread.currentThread().interrupt();
        try {
            return call.get();
        } finally {
            assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        }
    }

    private static long audited(Twin twin) {
        return twin.audit().checkpoint().size();
    }

    @AfterEach
    void calm() {
        var unused = Thread.interrupted();
    }

    @Test
    void what_is_accepted_or_offered_is_kept_or_the_answer_says_that_it_is_not() {
        Acceptance accepted;
        Acceptance offered;
        try (var twin = twin()) {
            accepted = interrupted(() -> twin.accept(price(1)));
            var stage = interrupted(() -> twin.offer(price(2)));
            offered = stage.toCompletableFuture().join();

            assertThat(twin.accept(price(3))).isInstanceOf(Acceptance.Accepted.class);
        }
        try (var again = twin()) {
            assertThat(offered).isInstanceOf(Acceptance.Accepted.class);
            assertThat(again.accept(price(2))).isInstanceOf(Acceptance.Duplicate.class);
            assertThat(again.accept(price(1)).isKnown()).isTrue();
            assertThat(accepted.isKnown() || accepted instanceof Acceptance.Unavailable)
                    .isTrue();
        }
    }

    @Test
    void every_decision_and_act_is_audited() {
        try (var twin = twin()) {
            twin.accept(price(1));
            var decision = interrupted(() -> twin.pricing().recommend(MUG, WEB));
            interrupted(() -> twin.apply(decision));
            interrupted(() -> {
                twin.controls().stop(CLERK, "test");
                return true;
            });
            long before = audited(twin);

            twin.pricing().recommend(MUG, WEB);

            assertThat(before).isEqualTo(3);
            assertThat(audited(twin)).isEqualTo(4);
        }
        assertThat(AuditVerifier.verify(folder.resolve("twin").resolve("audit.jsonl"), Optional.empty())
                        .isSound())
                .isTrue();
    }

    @Test
    void a_message_is_kept_once_its_receipt_says_so() {
        try (var twin = twin();
                var inbox = twin.platforms().inbox(SHOP, it -> new Translation.Translated(List.of(price(4))))) {
            var message = PlatformMessage.of(Map.of(), "{}".getBytes(UTF_8), NOON);

            var receipt = interrupted(() -> inbox.receive(message));

            assertThat(receipt.toCompletableFuture().join()).isInstanceOf(Receipt.Kept.class);
            assertThat(inbox.receive(message).toCompletableFuture().join()).isInstanceOf(Receipt.Kept.class);
        }
        try (var again = twin()) {
            assertThat(again.accept(price(4))).isInstanceOf(Acceptance.Duplicate.class);
        }
    }
}
