/** Calls of the native library. These classes are not part of the API, and can change in any version. */
package org.suiji.internal;
