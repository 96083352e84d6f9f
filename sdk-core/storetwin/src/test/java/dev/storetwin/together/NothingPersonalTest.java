package dev.storetwin.together;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.PersonalCipher;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marker stands in every personal value; it may come out nowhere but by {@code reveal()}. */
class NothingPersonalTest {

    @TempDir
    private Path directory;

    @Test
    void every_kind_of_event_with_personal_values_is_looked_at() {
        assertThat(MarkedShop.events().stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(MarkedShop.personalKinds());
    }

    @Test
    void no_event_and_no_part_of_it_prints_a_personal_value() {
        assertThat(MarkedShop.events())
                .allSatisfy(it -> assertThat(it.toString()).doesNotContain(MarkedShop.MARK));
    }

    @Test
    void no_view_answer_or_audit_line_prints_a_personal_value() {
        try (var twin = StoreTwin.builder().build()) {
            var answers = MarkedShop.events().stream()
                    .map(twin::accept)
                    .map(Object::toString)
                    .toList();

            assertThat(answers).noneMatch(it -> it.contains(MarkedShop.MARK));
            assertThat(views(twin)).noneMatch(it -> it.contains(MarkedShop.MARK));
            try (var lines = twin.audit().lines()) {
                assertThat(lines).noneMatch(it -> it.contains(MarkedShop.MARK));
            }
        }
    }

    private static Stream<String> views(Twin twin) {
        var state = twin.state();
        return Stream.of(
                        twin,
                        state,
                        state.customers(),
                        state.customers().find(MarkedShop.ANNA),
                        state.customers().documents(MarkedShop.ANNA),
                        state.orders().find(MarkedShop.ORDER),
                        state.network(),
                        state.commitments())
                .map(Object::toString);
    }

    @Test
    void no_byte_on_its_way_to_the_disk_holds_a_personal_value() throws IOException {
        try (var vault = vault()) {
            var sealed = encoded(vault);
            vault.force();

            assertThat(sealed).noneMatch(it -> holdsMark(it.toByteArray()));
            assertThat(files()).isNotEmpty().noneMatch(NothingPersonalTest::holdsMark);
            assertThat(sealed.toString()).doesNotContain(MarkedShop.MARK);
        }
    }

    @Test
    void without_a_vault_they_would_be_found() {
        assertThat(encoded(PersonalCipher.PLAIN)).allMatch(it -> holdsMark(it.toByteArray()));
    }

    /** Bytes in the clear are the worst case: an error tells where they are broken and nothing of what they say. */
    @Test
    void no_error_about_broken_bytes_tells_a_personal_value() {
        for (var event : encoded(PersonalCipher.PLAIN)) {
            var whole = event.toByteArray();
            for (int length = 0; length < whole.length; length++) {
                assertThat(complaints(Arrays.copyOf(whole, length))).doesNotContain(MarkedShop.MARK);
            }
        }
    }

    private static String complaints(byte[] broken) {
        try {
            return EventCodec.PLAIN.decode(EncodedEvent.of(broken)).toString();
        } catch (RuntimeException refused) {
            var story = new StringWriter();
            refused.printStackTrace(new PrintWriter(story));
            return story.toString();
        }
    }

    @Test
    void erased_values_read_as_erased_and_the_event_stays() {
        try (var vault = vault()) {
            var codec = new EventCodec(vault);
            var sealed = encoded(vault);

            vault.erase(List.of("subject/s-anna", "session/visit", "order/1001", "shipment/p-1", "node/depot"));

            var read = sealed.stream()
                    .map(it -> codec.decode(EncodedEvent.of(it.toByteArray())))
                    .toList();
            assertThat(read.stream().map(TwinEvent::header).toList())
                    .isEqualTo(
                            MarkedShop.events().stream().map(TwinEvent::header).toList());
            var plain = read.stream().map(EventCodec.PLAIN::encode).map(EncodedEvent::toByteArray);
            assertThat(plain).noneMatch(NothingPersonalTest::holdsMark);
        }
    }

    @Test
    void a_value_that_was_moved_is_refused_without_being_told() {
        try (var vault = vault()) {
            var sealed = vault.seal("subject/s-anna", new byte[] {1}, MarkedShop.MARK);

            assertThatThrownBy(() -> vault.open("subject/s-anna", new byte[] {2}, sealed))
                    .hasMessageNotContaining(MarkedShop.MARK);
        }
    }

    private Vault vault() {
        return VaultProvider.find().orElseThrow().open(FileKeyStore.open(directory), FileMasterKey.in(directory));
    }

    private static List<EncodedEvent> encoded(PersonalCipher cipher) {
        var codec = new EventCodec(cipher);
        return MarkedShop.events().stream().map(codec::encode).toList();
    }

    private List<byte[]> files() throws IOException {
        var all = new ArrayList<byte[]>();
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                all.add(Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static boolean holdsMark(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains(MarkedShop.MARK);
    }
}
