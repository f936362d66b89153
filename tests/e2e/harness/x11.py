"""What xdotool can't do: drag files out of another program, and press a window's close button.

    x11.py drag X Y FILE…     shows a small window at X, Y from which the files can be dragged; says "ready"
    x11.py close WINDOW       asks a window to close, as the button in its frame would
"""

import ctypes
import pathlib
import sys


def drag(x, y, files):
    import gi

    gi.require_version("Gdk", "3.0")
    gi.require_version("Gtk", "3.0")
    from gi.repository import Gdk, GLib, Gtk

    # A popup is placed where it is told and stays above other windows.
    window = Gtk.Window(type=Gtk.WindowType.POPUP)
    window.set_default_size(24, 24)
    window.move(x, y)
    box = Gtk.EventBox()
    window.add(box)
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
    box.drag_source_add_uri_targets()
    uris = [pathlib.Path(file).absolute().as_uri() for file in files]
    box.connect("drag-data-get", lambda _w, _c, data, _i, _t: data.set_uris(uris))
    # After a moment: the answer to the target must be out before the connection ends.
    box.connect("drag-end", lambda _w, _c: GLib.timeout_add(100, Gtk.main_quit))
    window.connect("map-event", lambda _w, _e: print("ready", flush=True))
    window.show_all()
    Gtk.main()


def close(window):
    class ClientMessage(ctypes.Structure):
        _fields_ = [
            ("type", ctypes.c_int),
            ("serial", ctypes.c_ulong),
            ("send_event", ctypes.c_int),
            ("display", ctypes.c_void_p),
            ("window", ctypes.c_ulong),
            ("message_type", ctypes.c_ulong),
            ("format", ctypes.c_int),
            ("data", ctypes.c_long * 5),
            # The library copies a whole XEvent, which is longer.
            ("rest", ctypes.c_long * 24),
        ]

    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x.XOpenDisplay(None)
    event = ClientMessage(type=33, window=window, format=32)
    event.message_type = x.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = x.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    x.XCloseDisplay(display)


if sys.argv[1] == "drag":
    drag(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
else:
    close(int(sys.argv[2]))
