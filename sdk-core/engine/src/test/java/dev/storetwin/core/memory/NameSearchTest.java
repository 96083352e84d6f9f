package dev.storetwin.core.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.type.SubjectId;
import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NameSearchTest {

    @Property
    void finds_what_a_look_at_every_place_finds(@ForAll("texts") String text, @ForAll("tokens") List<String> tokens) {
        var bytes = ("<" + text + ">").getBytes(UTF_8);

        var found = search(tokens).finds(bytes, 1, bytes.length - 1);

        assertThat(found).isEqualTo(tokens.stream().anyMatch(text::contains));
    }

    private static NameSearch search(Collection<String> tokens) {
        return new NameSearch(tokens.stream().map(SubjectId::of).toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab-ä").ofMaxLength(40);
    }

    @Provide
    Arbitrary<List<String>> tokens() {
        return Arbitraries.strings()
                .withChars("ab-ä")
                .ofMinLength(1)
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
