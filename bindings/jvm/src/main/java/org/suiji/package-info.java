/**
 * The auditable double-random draw of government inspections (双随机、一公开).
 *
 * <p>{@link org.suiji.Inputs} combine {@link org.suiji.Plan}, {@link org.suiji.Registry}, {@link org.suiji.Roster} and
 * {@link org.suiji.History}. {@link org.suiji.Suiji#seal(Inputs, Ceremony)} seals them. {@link org.suiji.Sealed} draws the
 * {@link org.suiji.DrawRecord}, and {@link org.suiji.Suiji#verify(DrawRecord, Evidence)} verifies it. The names are those of the Rust library;
 * its documentation and SPEC.md apply here too.
 *
 * <p><b>Threads.</b> All objects can be shared between threads, and draws can run at the same time. Objects are
 * immutable, except {@link org.suiji.TableBuilder}. It has a lock, but fill it from one thread.
 *
 * <p><b>Memory.</b> Tables, inputs, sealed inputs, records and public forms are stored outside the Java heap, and are
 * {@link java.lang.AutoCloseable}: close them. Otherwise they are freed some time after the last reference is gone. You
 * can close an object after another was made from it: a {@link org.suiji.Sealed} stays usable after its {@link
 * org.suiji.Inputs} are closed. Using a closed object throws {@link java.lang.IllegalStateException}. All other
 * documents are values. Two with the same content are equal.
 *
 * <p><b>Errors.</b> An invalid input or document throws {@link org.suiji.SuijiException}, with a stable code and messages in English
 * and Chinese. A {@code null} where none is allowed throws {@link java.lang.NullPointerException}.
 */
package org.suiji;
