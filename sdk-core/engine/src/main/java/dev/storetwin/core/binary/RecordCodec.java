package dev.storetwin.core.binary;

import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Writes records to bytes and reads them back. Equal records give equal bytes.
 *
 * <p>What can be written: records, also those behind a sealed interface, of strings, numbers, moments, enums, lists, sets, maps, what may
 * be absent, and records again, as long as none contains itself. A value takes the bytes of its components and nothing else; what these are
 * says the {@link TypeTable}, which is kept once beside many values. Another version reads them by it.
 *
 * <p>For any number of threads. Accessors and constructors are looked up when the first value of a type comes along.
 *
 * @param <T> a record, or a sealed interface of records
 */
public final class RecordCodec<T> {

    private final Class<T> type;
    private final KnownTypes known;
    private final MethodHandles.Lookup access;
    private final TypeTable types;
    private final Form form;
    private final RecordReader<T> reader;

    private RecordCodec(Class<T> type, MethodHandles.Lookup access) {
        this.type = type;
        this.known = new KnownTypes(type);
        this.access = access;
        this.types = known.table();
        this.form = new Forms(types, known, access).named(type.getSimpleName());
        this.reader = new RecordReader<>(type, form);
    }

    /**
     * For one type and all that its values hold.
     *
     * @param access may read the records; {@link MethodHandles#publicLookup} when all are public
     */
    public static <T> RecordCodec<T> of(Class<T> type, MethodHandles.Lookup access) {
        return new RecordCodec<>(type, access);
    }

    /** How this version writes. */
    public TypeTable types() {
        return types;
    }

    /** The records that a sealed interface permits, in the order of their numbers; the record alone when it is one. */
    public List<Class<?>> kinds() {
        return type.isRecord() ? List.of(type) : KnownTypes.records(type).toList();
    }

    public void write(T value, ByteWriter out, PersonalForm personal) {
        form.write(value, new Form.Target(out, personal));
    }

    /** Reads what this version wrote. */
    public T read(ByteReader in, PersonalForm personal) {
        return reader.read(in, personal);
    }

    /** Reads what a version with this table wrote, as values of this version. */
    public RecordReader<T> reader(TypeTable written) {
        return written.equals(types)
                ? reader
                : new RecordReader<>(type, new Forms(written, known, access).named(type.getSimpleName()));
    }
}
