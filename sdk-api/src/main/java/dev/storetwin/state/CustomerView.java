package dev.storetwin.state;

import dev.storetwin.event.Entity;
import dev.storetwin.type.SubjectId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Shoppers by token. */
public interface CustomerView {

    Optional<Customer> find(SubjectId subject);

    /** The orders that name this subject, those cancelled too, and their shipments. Another token of the same person has its own. */
    SortedSet<Entity> documents(SubjectId subject);

    /** Whether this subject's data may be used for a purpose, as {@link Customer#allows} says; not when nothing is known of the subject. */
    default boolean allows(SubjectId subject, String purpose) {
        return find(subject).filter(it -> it.allows(purpose)).isPresent();
    }

    /** What a shopper bought under any token that is linked to this one, oldest first. */
    List<Purchase> purchases(SubjectId subject);

    /** How many subjects ever ordered. */
    int count();
}
