package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** A table does what a map does, and every version of it stays as it was. */
@PropertyDefaults(tries = 200)
class TableTest {

    /** Few hashes, so that many keys meet in one place, also below the last bit. */
    private record Word(int key, int value) {}

    private static final Table.Keying<Integer, Word> ROUGH = new Table.Keying<>() {
        @Override
        public Integer key(Word word) {
            return word.key();
        }

        @Override
        public int hash(Integer key) {
            return key % 7 == 0 ? 1 : key;
        }
    };

    private static final Table.Keying<Integer, Word> FINE = Word::key;

    private static Table<Integer, Word> changed(
            Table<Integer, Word> table, Map<Integer, Word> model, Random chance, int keys) {
        var editor = table.edit();
        for (int i = chance.nextInt(60); i >= 0; i--) {
            int key = chance.nextInt(keys);
            if (chance.nextInt(3) == 0) {
                editor.remove(key);
                model.remove(key);
            } else {
                var word = new Word(key, chance.nextInt());
                editor.put(word);
                model.put(key, word);
            }
        }
        return editor.done();
    }

    private static void assertIs(Table<Integer, Word> table, Map<Integer, Word> model, int keys) {
        var all = new ArrayList<Word>();
        table.forEach(all::add);

        assertThat(table.size()).isEqualTo(model.size());
        assertThat(all).containsExactlyInAnyOrderElementsOf(model.values());
        for (int key = 0; key < keys; key++) {
            assertThat(table.get(key)).isSameAs(model.get(key));
        }
    }

    @Property
    void holds_what_a_map_holds_in_every_version(
            @ForAll Random chance, @ForAll @IntRange(min = 5, max = 400) int keys) {
        for (var keying : List.of(ROUGH, FINE)) {
            var tables = new ArrayList<Table<Integer, Word>>(List.of(Table.empty(keying)));
            var models = new ArrayList<Map<Integer, Word>>(List.of(Map.of()));

            for (int version = 1; version < 12; version++) {
                var model = new HashMap<>(models.get(version - 1));
                tables.add(changed(tables.get(version - 1), model, chance, keys));
                models.add(model);
            }

            for (int version = 0; version < 12; version++) {
                assertIs(tables.get(version), models.get(version), keys);
            }
        }
    }

    @Property
    void tells_what_differs_between_any_two_versions(@ForAll Random chance) {
        for (var keying : List.of(ROUGH, FINE)) {
            var model = new HashMap<Integer, Word>();
            var before = changed(Table.empty(keying), model, chance, 300);
            var later = new HashMap<>(model);
            var after = changed(changed(before, later, chance, 300), later, chance, 300);
            var expected = new HashSet<>(model.keySet());
            expected.addAll(later.keySet());
            expected.removeIf(it -> model.get(it) == later.get(it));

            var told = new ArrayList<Integer>();
            for (int slice = 0; slice < Table.SLICES; slice++) {
                before.differencesIn(slice, after, (was, is) -> {
                    assertThat(was).isNotSameAs(is);
                    told.add((was == null ? is : was).key());
                });
            }

            assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Example
    void a_change_that_changes_nothing_gives_the_same_table() {
        var word = new Word(3, 3);
        var editor = Table.empty(FINE).edit();
        editor.put(word);
        var table = editor.done();

        var again = table.edit();
        again.put(word);
        again.remove(4);

        assertThat(again.done()).isSameAs(table);
    }
}
