"""TLS in front of a server, as a platform's edge does it."""

import asyncio
import ssl
import threading

from processes import run


def certificate(folder, *names):
    """A certificate for some names that nobody vouches for."""
    key, chain = folder / "key.pem", folder / "chain.pem"
    alternatives = ",".join(f"DNS:{name}" for name in names)
    run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", key, "-out", chain, "-days", "2", "-subj", "/CN=edge",
         "-addext", f"subjectAltName={alternatives}"])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context


class Edge:
    """Takes TLS connections for several hosts and hands each on to the host's own port.

    A host of `answers` gives one answer to everything.
    """

    def __init__(self, context, ports, answers={}):
        self.ports = ports
        self.answers = answers
        names = {}

        def remember(connection, name, _):
            names[id(connection)] = name

        context.sni_callback = remember
        self.names = names
        # On a thread of its own: Playwright's loop has the main one.
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.server = self._run(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context))
        self.port = self.server.sockets[0].getsockname()[1]

    def _run(self, task):
        return asyncio.run_coroutine_threadsafe(task, self.loop).result(10)

    async def _serve(self, reader, writer):
        name = self.names.pop(id(writer.get_extra_info("ssl_object")), None)
        if name in self.answers:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(self.answers[name])
            await writer.drain()
            return writer.close()
        port = self.ports.get(name)
        if port is None:
            return writer.close()
        behind_reader, behind = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_pump(reader, behind), _pump(behind_reader, writer))

    def stop(self):
        async def end():
            self.server.close()
            tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        self._run(end())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)


async def _pump(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except (ConnectionError, ssl.SSLError):
        pass
    finally:
        writer.close()
