using System;
using System.Runtime.InteropServices;

namespace Suiji
{
    /// <summary>
    /// An object of the library, outside the heap of the runtime. A call that uses a handle keeps it until the call ends, a call that starts
    /// after it was closed throws <see cref="ObjectDisposedException"/>, and one that is only dropped is freed by the garbage collector.
    /// </summary>
    internal sealed class Handle : SafeHandle
    {
        /// <summary>What a call is given for an object that is left out.</summary>
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
