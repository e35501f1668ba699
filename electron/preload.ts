import { contextBridge } from 'electron'; contextBridge.exposeInMainWorld('copydesk', {});
