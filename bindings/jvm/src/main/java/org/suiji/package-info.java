/**
 * The auditable double-random draw of government inspections (双随机、一公开).
 *
 * <p>{@link org.suiji.Plan}, {@link org.suiji.Registry}, {@link org.suiji.Roster} and {@link org.suiji.History} make
 * {@link org.suiji.Inputs}; {@link org.suiji.Suiji#seal(Inputs, Ceremony)} seals them; {@link org.suiji.Sealed} draws the
 * {@link org.suiji.Record}; {@link org.suiji.Suiji#verify(Record, Evidence)} verifies it. The names are those of the Rust library,
 * whose documentation and specification hold here too.
 *
 * <p><b>Threads.</b> Every object is immutable, or locks itself ({@link org.suiji.TableBuilder}, which one thread should fill all the
 * same); all may be shared between threads, and draws run at the same time.
 *
 * <p><b>Memory.</b> Objects live outside the Java heap. Those that can be large are {@link java.lang.AutoCloseable}: close them, or
 * they are freed some time after the last reference is gone. None needs another to stay open: a {@link org.suiji.Sealed} goes on
 * when its {@link org.suiji.Inputs} are closed. What is closed throws {@link java.lang.IllegalStateException} when it is used.
 *
 * <p><b>Errors.</b> What an input or document does wrong is a {@link org.suiji.SuijiException} with a stable code and a text in English and
 * in Chinese; {@code null} where none is allowed is a {@link java.lang.NullPointerException}.
 */
package org.suiji;
