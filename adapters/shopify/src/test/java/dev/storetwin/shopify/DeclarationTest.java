package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.platform.Translation;
import dev.storetwin.testing.SampleMessage;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is declared of a field is true: one that is read changes the events, one that is left never does. */
class DeclarationTest {

    private final ShopifyTranslator translator = ShopifyTranslator.of(Samples.OPTIONS);

    @Test
    void every_field_of_the_invented_bodies_is_declared() {
        assertThat(Samples.invented())
                .allSatisfy(it -> assertThat(Declared.undeclared(it.message())).isEmpty());
    }

    @Test
    @Tag("data")
    void every_field_of_every_known_body_is_declared() {
        assertThat(Samples.shared())
                .allSatisfy(it -> assertThat(Declared.undeclared(it.message())).isEmpty());
    }

    @Test
    void every_field_that_is_read_changes_the_events() {
        var unread = new HashSet<>(Declared.allReads());

        Samples.invented().forEach(sample -> unread.removeAll(fieldsThatMatter(sample)));

        assertThat(unread).isEmpty();
    }

    @Test
    void no_field_that_is_left_changes_the_events_of_the_invented_bodies() {
        assertThat(Samples.invented())
                .allSatisfy(it -> assertThat(leftFieldsThatMatter(it)).isEmpty());
    }

    @Test
    @Tag("data")
    void no_field_that_is_left_changes_the_events_of_a_known_body() {
        assertThat(Samples.shared())
                .allSatisfy(it -> assertThat(leftFieldsThatMatter(it)).isEmpty());
    }

    private Set<Declared.ReadField> fieldsThatMatter(SampleMessage sample) {
        var matter = new LinkedHashSet<Declared.ReadField>();
        var body = Declared.of(sample.message());
        var before = translator.translate(body.message());
        body.eachField((object, field, path, shape) -> {
            if (shape.reads(field)) {
                Mutations.each(object, field, () -> {
                    var after = translator.translate(body.message());
                    if (!after.equals(before) && !(after instanceof Translation.Quarantined)) {
                        matter.add(new Declared.ReadField(shape, field));
                    }
                });
            }
        });
        return matter;
    }

    private Set<String> leftFieldsThatMatter(SampleMessage sample) {
        var matter = new LinkedHashSet<String>();
        var body = Declared.of(sample.message());
        var before = translator.translate(body.message());
        body.eachField((object, field, path, shape) -> {
            if (shape.whatOf(field).filter(Shape.Left.class::isInstance).isPresent()) {
                Mutations.each(object, field, () -> {
                    if (!translator.translate(body.message()).equals(before)) {
                        matter.add(path);
                    }
                });
            }
        });
        return matter;
    }
}
