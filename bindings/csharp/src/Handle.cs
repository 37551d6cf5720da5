using System;
using System.Runtime.InteropServices;

namespace Suiji
{
    /// <summary>
    /// An object of the library, outside the heap of the runtime. A call keeps its handles alive until it ends. A call that starts after a handle was
    /// closed throws <see cref="ObjectDisposedException"/>. The garbage collector frees a handle that was not closed.
    /// </summary>
    internal sealed class Handle : SafeHandle
    {
        /// <summary>The argument of a call for an object that is not provided.</summary>
        internal static readonly Handle None = new Handle();

        private Handle() : base(IntPtr.Zero, true) { }

        internal Handle(IntPtr taken) : this()
        {
            SetHandle(taken);
        }

        public override bool IsInvalid => handle == IntPtr.Zero;

        protected override bool ReleaseHandle()
        {
            Native.suiji_free(handle);
            return true;
        }
    }
}
