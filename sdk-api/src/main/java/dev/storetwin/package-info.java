/**
 * The front door of Storetwin: a digital twin of a shop inside the application that runs it.
 *
 * <p>A host feeds events, asks for recommendations and gets guarded, explained decisions back. One thin interface per capability.
 */
@NullMarked
package dev.storetwin;

import org.jspecify.annotations.NullMarked;
