package dev.storetwin.core.binary;

/** Reads the values that one version wrote. For any number of threads. */
public final class RecordReader<T> {

    private final Class<T> type;
    private final Form form;

    RecordReader(Class<T> type, Form form) {
        this.type = type;
        this.form = form;
    }

    /**
     * Reads one value and leaves what comes after it.
     *
     * @throws MalformedBytes   when the bytes are no such value
     * @throws UnsupportedBytes when they are one that this version does not know
     */
    public T read(ByteReader in, PersonalForm personal) {
        try {
            return type.cast(outermost(new Form.Origin(in, personal)));
        } catch (MalformedBytes | UnsupportedBytes clear) {
            throw clear;
        } catch (RuntimeException refused) {
            throw new MalformedBytes(in.position(), "the end of a sound " + type.getSimpleName(), refused);
        }
    }

    private Object outermost(Form.Origin in) {
        if (form instanceof ChoiceForm choice) {
            return choice.readOutermost(in);
        }
        return form instanceof RecordForm record ? record.readOutermost(in) : form.read(in);
    }
}
