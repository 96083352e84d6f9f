package dev.storetwin.core.state.quality;

import dev.storetwin.state.Defect;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the look at one event has shown.
 *
 * @param notes   bit {@code n} stands for the defect at place {@code n}
 * @param refusal why it must not be taken; empty when it may
 */
public record Inspected(int notes, Optional<Refusal> refusal) {

    /** Nothing is odd; the same object for every such event. */
    public static final Inspected CLEAN = new Inspected(0, Optional.empty());

    private static final List<Defect> DEFECTS = List.of(Defect.values());

    public static Inspected refused(Defect defect, String reason) {
        return new Inspected(0, Optional.of(new Refusal(defect, reason)));
    }

    static Inspected noted(int notes) {
        return notes == 0 ? CLEAN : new Inspected(notes, Optional.empty());
    }

    static int bit(Defect defect) {
        return 1 << DEFECTS.indexOf(defect);
    }

    public boolean isNoted(Defect defect) {
        return (notes & bit(defect)) != 0;
    }

    public void forEachNote(Consumer<Defect> reader) {
        if (notes != 0) {
            DEFECTS.stream().filter(this::isNoted).forEach(reader);
        }
    }
}
