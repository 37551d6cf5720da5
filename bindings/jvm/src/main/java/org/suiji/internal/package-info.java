/** Calls of the native library. These classes are not part of the API: they can change in any version. */
package org.suiji.internal;
