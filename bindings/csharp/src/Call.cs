using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Suiji
{
    /// <summary>A call that returns a result or an error.</summary>
    internal delegate int Work(out IntPtr result, out IntPtr error);

    /// <summary>A call that succeeds or returns an error.</summary>
    internal delegate int Attempt(out IntPtr error);

    /// <summary>Calls the functions of the library: bytes in and out, statuses as exceptions.</summary>
    internal static class Call
    {
        private static readonly Encoding Utf8 = new UTF8Encoding(false, true);

        /// <summary>The assembly and the library are installed separately, so their versions can differ.</summary>
        static Call()
        {
            int found = Native.suiji_abi();
            if (found != Native.ABI)
            {
                throw new DllNotFoundException(
                    $"suiji needs version {Native.ABI} of its native library, and found {found}: take both from the same package");
            }
        }

        /// <summary>The object that a call returns.</summary>
        internal static Handle Object(Work work)
        {
            Throw(work(out IntPtr result, out IntPtr error), error);
            return new Handle(result);
        }

        /// <summary>The bytes that a call returns; null if there are none.</summary>
        internal static byte[] Bytes(Work work)
        {
            Throw(work(out IntPtr result, out IntPtr error), error);
            return Take(result);
        }

        /// <summary>The text that a call returns; null if there is none.</summary>
        internal static string String(Work work) => Text(Bytes(work));

        internal static void Run(Attempt attempt)
        {
            Throw(attempt(out IntPtr error), error);
        }

        private static void Throw(int status, IntPtr error)
        {
            if (status != Native.OK)
            {
                throw Failure.Of(status, Text(Take(error)));
            }
        }

        private static byte[] Take(IntPtr taken)
        {
            if (taken == IntPtr.Zero)
            {
                return null;
            }
            using (var handle = new Handle(taken))
            {
                return Data(handle);
            }
        }

        /// <summary>The bytes of an object that has some.</summary>
        internal static byte[] Data(Handle handle)
        {
            var bytes = new byte[checked((int)Native.suiji_size(handle).ToUInt64())];
            if (bytes.Length > 0)
            {
                Marshal.Copy(Native.suiji_data(handle), bytes, 0, bytes.Length);
            }
            return bytes;
        }

        internal static UIntPtr Size(Array bytes) => new UIntPtr((uint)(bytes?.Length ?? 0));

        internal static byte[] Bytes(string text) => text == null ? null : Utf8.GetBytes(text);

        internal static string Text(byte[] bytes) => bytes == null ? null : Utf8.GetString(bytes);

        /// <summary>A text of the library that is never freed.</summary>
        internal static string Static(IntPtr text) => text == IntPtr.Zero ? null : Marshal.PtrToStringAnsi(text);
    }
}
