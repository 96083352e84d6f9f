package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void no_topic_and_no_wrapper_belongs_to_two_kinds() {
        assertThat(all(Kind::topics)).doesNotHaveDuplicates();
        assertThat(all(Kind::wrappers)).doesNotHaveDuplicates();
    }

    @Test
    void every_kind_can_be_known() {
        assertThat(Kinds.all()).allSatisfy(kind -> assertThat(List.of(kind.topics(), kind.wrappers(), kind.tells()))
                .as(kind.name())
                .anySatisfy(ways -> assertThat(ways).isNotEmpty()));
    }

    @Test
    void a_topic_of_its_own_wins_over_its_group() {
        assertThat(Kinds.ofTopic("shop/redact")).get().extracting(Kind::name).isEqualTo("redaction of a shop");
        assertThat(Kinds.ofTopic("shop/update")).get().extracting(Kind::name).isEqualTo("settings of the shop");
    }

    private static List<String> all(Function<Kind, List<String>> names) {
        return Kinds.all().stream().flatMap(kind -> names.apply(kind).stream()).toList();
    }
}
