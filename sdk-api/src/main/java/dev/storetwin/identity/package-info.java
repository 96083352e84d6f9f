/**
 * Who it was: from a platform's customer to a subject that says nothing about the person.
 *
 * <p>Reads platform ids at the door; hands on {@link dev.storetwin.type.SubjectId} tokens only.
 */
@NullMarked
package dev.storetwin.identity;

import org.jspecify.annotations.NullMarked;
