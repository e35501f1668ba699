import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../src/ipc/contract.ts';

// The host's end is shell/bridge.ts; the name is written twice because a preload takes no code from elsewhere.
const CHANNEL = 'copydesk';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CHANNEL, name, input),
  listen: (name, heard) => {
    const pass = (_event: unknown, told: unknown, data: unknown): void => {
      if (told === name) heard(data);
    };
    ipcRenderer.on(CHANNEL, pass);
    return () => {
      ipcRenderer.off(CHANNEL, pass);
    };
  },
};

contextBridge.exposeInMainWorld('copydesk', bridge);
