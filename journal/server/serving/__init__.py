"""The server program: connections are read and written here, without a thread; the application runs on few threads.

A request takes a thread once it is whole, and its answer is handed out without one. What a connection may keep waiting
and hold in memory is in `Terms`; who takes longest is closed first when others need the room.
"""
