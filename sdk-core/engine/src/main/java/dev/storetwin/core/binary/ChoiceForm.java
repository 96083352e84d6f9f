package dev.storetwin.core.binary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/** The place of a record's type among those of a sealed interface, then the record. */
final class ChoiceForm implements Form {

    private final List<String> names;
    private final Function<String, RecordForm> maker;
    private final AtomicReferenceArray<RecordForm> made;
    private final Map<Class<?>, Integer> places = new HashMap<>();

    /**
     * Asks for the form of a record when it meets the first one, so that a shop does not wait at its start for kinds that it never has.
     *
     * @param types our type of each name, where it has one
     */
    ChoiceForm(TypeShape.OfChoice written, Map<String, Class<?>> types, Function<String, RecordForm> maker) {
        this.names = written.records();
        this.maker = maker;
        this.made = new AtomicReferenceArray<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            var type = types.get(names.get(i));
            if (type != null) {
                places.put(type, i);
            }
        }
    }

    @Override
    public void write(Object value, Target out) {
        var place = places.get(value.getClass());
        if (place == null) {
            throw new IllegalArgumentException("%s is none of %s.\nMaybe it is not a record."
                    .formatted(value.getClass().getSimpleName(), names));
        }
        out.bytes.writeVarint(place);
        form(place).write(value, out);
    }

    @Override
    public Object read(Origin in) {
        return form(in.bytes.readChoice(names.size())).read(in);
    }

    Object readOutermost(Origin in) {
        return form(in.bytes.readChoice(names.size())).readOutermost(in);
    }

    private RecordForm form(int place) {
        var form = made.get(place);
        if (form == null) {
            form = maker.apply(names.get(place));
            made.set(place, form);
        }
        return form;
    }
}
